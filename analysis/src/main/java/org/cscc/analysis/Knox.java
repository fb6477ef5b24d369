package org.cscc.analysis;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * M-6: the Knox test for near repeats (Knox 1964, Appl. Stat. 13:25). It counts the pairs of events
 * that are close in space and close in time, and holds the count against what the same places and
 * the same days would give if they were paired at random. {@link #exact} needs no simulation: mean
 * and variance over all permutations are known (Barton and David 1966). {@link #simulated} adds the
 * Monte Carlo p, {@code (1 + #{simulated >= observed}) / (permutations + 1)}.
 */
public final class Knox {
  private Knox() {}

  /**
   * One cell of the table.
   *
   * @param spaceBand its space band, from 0
   * @param timeBand its time band, from 0
   * @param observed pairs
   * @param expected exact mean over all permutations of the days
   * @param sd exact standard deviation
   * @param ratio observed / expected; NaN when nothing is expected
   * @param z (observed - expected) / sd; NaN when sd is 0
   * @param simulatedMean mean over the permutations drawn; NaN without simulation
   * @param p one-sided Monte Carlo p; NaN without simulation
   */
  public record Cell(
      int spaceBand,
      int timeBand,
      long observed,
      double expected,
      double sd,
      double ratio,
      double z,
      double simulatedMean,
      double p) {

    /** Observed over the mean of the permutations drawn. */
    public double simulatedRatio() {
      return observed / simulatedMean;
    }
  }

  /**
   * The whole table.
   *
   * @param bands its bands
   * @param cells by space band, then time band
   * @param spacePairs pairs in each space band
   * @param timePairs pairs in each time band
   * @param pairs all pairs of events
   * @param provenance method and settings
   */
  public record Table(
      KnoxBands bands,
      List<Cell> cells,
      List<Long> spacePairs,
      List<Long> timePairs,
      long pairs,
      Provenance provenance) {

    /** The cell of a space band and a time band. */
    public Cell cell(int spaceBand, int timeBand) {
      Require.known("space band", spaceBand, bands.spaceBands());
      Require.known("time band", timeBand, bands.timeBands());
      return cells.get(spaceBand * bands.timeBands() + timeBand);
    }
  }

  /**
   * The table with exact mean and standard deviation, without simulation.
   *
   * @throws InvalidInput when the bands ask for blocks that the events do not have
   */
  public static Table exact(KnoxEvents events, KnoxBands bands) {
    KnoxPairs pairs = new KnoxPairs(events, bands);
    return table(events, bands, pairs, new long[0], new long[0], 0, provenance(events, bands));
  }

  /**
   * The table with exact moments and Monte Carlo p.
   *
   * @param permutations usually 999
   * @param seed the same seed gives the same answer for any number of threads
   * @throws InvalidInput when the bands ask for blocks that the events do not have
   */
  public static Table simulated(KnoxEvents events, KnoxBands bands, int permutations, long seed) {
    Require.between("permutations", permutations, 1, 1_000_000);
    KnoxPairs pairs = new KnoxPairs(events, bands);
    KnoxMargins margins = new KnoxMargins(events, bands, pairs);
    long[] observed = fill(KnoxCount.of(events, bands, pairs), events, bands, margins);
    int cells = observed.length;
    long[] tally =
        KnoxLanes.serves(events, bands)
            ? tallyByLanes(events, bands, pairs, margins, observed, permutations, seed)
            : Replicas.run(
                permutations,
                seed,
                () -> new long[2 * cells],
                (index, random, sums) ->
                    tally(
                        fill(
                            KnoxCount.shuffled(events, bands, pairs, random),
                            events,
                            bands,
                            margins),
                        observed,
                        sums),
                Replicas::add);
    return table(
        events,
        bands,
        pairs,
        java.util.Arrays.copyOf(tally, cells),
        java.util.Arrays.copyOfRange(tally, cells, 2 * cells),
        permutations,
        provenance(events, bands).with("permutations", permutations).with("seed", seed));
  }

  /** Permutation {@code r} draws from stream {@code r} here too, four permutations at a time. */
  private static long[] tallyByLanes(
      KnoxEvents events,
      KnoxBands bands,
      KnoxPairs pairs,
      KnoxMargins margins,
      long[] observed,
      int permutations,
      long seed) {
    KnoxLanes lanes = new KnoxLanes(events, bands, pairs);
    return Replicas.run(
        (permutations + KnoxLanes.LANES - 1) / KnoxLanes.LANES,
        seed,
        () -> new long[2 * observed.length],
        (group, _, sums) -> {
          int first = group * KnoxLanes.LANES;
          int used = Math.min(KnoxLanes.LANES, permutations - first);
          long[] days = new long[events.n()];
          for (int lane = 0; lane < KnoxLanes.LANES; lane++) {
            int replica = first + Math.min(lane, used - 1);
            lanes.put(days, lane, KnoxCount.shuffle(events, Replicas.stream(seed, replica)));
          }
          int[][] counts = lanes.count(days);
          for (int lane = 0; lane < used; lane++) {
            tally(fill(counts[lane], events, bands, margins), observed, sums);
          }
        },
        Replicas::add);
  }

  private static void tally(long[] simulated, long[] observed, long[] sums) {
    for (int c = 0; c < observed.length; c++) {
      sums[c] += simulated[c];
      sums[observed.length + c] += simulated[c] >= observed[c] ? 1 : 0;
    }
  }

  private static Provenance provenance(KnoxEvents events, KnoxBands bands) {
    return Provenance.of(
            "Knox (exact moments: Barton and David 1966)", events.n(), Caution.NOT_A_FORECAST)
        .with("space_breaks", java.util.Arrays.toString(bands.space))
        .with("day_breaks", java.util.Arrays.toString(bands.days))
        .with("same_block_first", bands.sameBlockFirst)
        .with("metric", bands.metric);
  }

  private static Table table(
      KnoxEvents events,
      KnoxBands bands,
      KnoxPairs pairs,
      long[] sums,
      long[] atLeast,
      int permutations,
      Provenance provenance) {
    KnoxMargins margins = new KnoxMargins(events, bands, pairs);
    long[] observed = fill(KnoxCount.of(events, bands, pairs), events, bands, margins);
    List<Cell> cells = new ArrayList<>();
    for (int s = 0; s < bands.spaceBands(); s++) {
      for (int t = 0; t < bands.timeBands(); t++) {
        int c = cells.size();
        KnoxMoments moments = moments(events.n(), margins, s, t);
        double mean = permutations == 0 ? Double.NaN : (double) sums[c] / permutations;
        double p = permutations == 0 ? Double.NaN : (1.0 + atLeast[c]) / (permutations + 1.0);
        double above = observed[c] - moments.mean();
        cells.add(
            new Cell(
                s,
                t,
                observed[c],
                moments.mean(),
                moments.sd(),
                moments.mean() == 0 ? Double.NaN : observed[c] / moments.mean(),
                moments.sd() == 0 ? Double.NaN : above / moments.sd(),
                mean,
                p));
      }
    }
    long all = pairs(events.n());
    return new Table(
        bands,
        List.copyOf(cells),
        withOpen(margins.spacePairs, all - margins.unionSpacePairs, bands.openSpace()),
        withOpen(margins.timePairs, all - margins.unionTimePairs, bands.openTime()),
        all,
        provenance);
  }

  /** An open band varies exactly as the union of the closed ones, of which it is the rest. */
  private static KnoxMoments moments(int n, KnoxMargins margins, int s, int t) {
    boolean openSpace = s == margins.spacePairs.length;
    boolean openTime = t == margins.timePairs.length;
    long space = openSpace ? margins.unionSpacePairs : margins.spacePairs[s];
    long time = openTime ? margins.unionTimePairs : margins.timePairs[t];
    KnoxMoments closed =
        KnoxMoments.of(
            n,
            space,
            openSpace ? margins.unionSpacePaths : margins.spacePaths[s],
            time,
            openTime ? margins.unionTimePaths : margins.timePaths[t]);
    long all = pairs(n);
    double mean = (double) (openSpace ? all - space : space) * (openTime ? all - time : time) / all;
    return new KnoxMoments(mean, closed.sd());
  }

  /** The whole table from the counts of the closed bands; margins do not change under the null. */
  private static long[] fill(int[] core, KnoxEvents events, KnoxBands bands, KnoxMargins margins) {
    int closedSpace = bands.closedSpaceBands();
    int closedTime = bands.closedTimeBands();
    int width = bands.timeBands();
    long[] full = new long[bands.spaceBands() * width];
    long[] columns = new long[closedTime];
    long inside = 0;
    for (int s = 0; s < closedSpace; s++) {
      long row = 0;
      for (int t = 0; t < closedTime; t++) {
        int count = core[s * closedTime + t];
        full[s * width + t] = count;
        row += count;
        columns[t] += count;
      }
      inside += row;
      if (bands.openTime()) {
        full[s * width + closedTime] = margins.spacePairs[s] - row;
      }
    }
    if (bands.openSpace()) {
      for (int t = 0; t < closedTime; t++) {
        full[closedSpace * width + t] = margins.timePairs[t] - columns[t];
      }
      if (bands.openTime()) {
        full[closedSpace * width + closedTime] =
            pairs(events.n()) - margins.unionSpacePairs - margins.unionTimePairs + inside;
      }
    }
    return full;
  }

  private static long pairs(int n) {
    return (long) n * (n - 1) / 2;
  }

  private static List<Long> withOpen(long[] closed, long rest, boolean open) {
    List<Long> all = new ArrayList<>();
    for (long count : closed) {
      all.add(count);
    }
    if (open) {
      all.add(rest);
    }
    return List.copyOf(all);
  }

  /** Counts the closed cells: once for the record, and once for each shuffle of the days. */
  private static final class KnoxCount {
    private KnoxCount() {}

    static int[] of(KnoxEvents events, KnoxBands bands, KnoxPairs pairs) {
      return count(events.days, bands, pairs);
    }

    static int[] shuffled(
        KnoxEvents events, KnoxBands bands, KnoxPairs pairs, UniformRandomProvider random) {
      return count(shuffle(events, random), bands, pairs);
    }

    static int[] shuffle(KnoxEvents events, UniformRandomProvider random) {
      int[] days = events.days.clone();
      for (int i = days.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int day = days[i];
        days[i] = days[j];
        days[j] = day;
      }
      return days;
    }

    /** Few pairs are close in time too, so that the branch is nearly always foreseen. */
    private static int[] count(int[] eventDays, KnoxBands bands, KnoxPairs pairs) {
      byte[] timeBand = bands.timeBandByLag();
      int reach = timeBand.length;
      int width = bands.closedTimeBands();
      int[] counts = new int[bands.closedSpaceBands() * width];
      int[] days = pairs.ranked(eventDays);
      int[] partner = pairs.partner;
      for (int a = 0; reach > 0 && a < days.length; a++) {
        int latest = days[a] + reach - 1;
        int end = pairs.from[a + 1];
        for (int p = pairs.from[a]; p < end; p++) {
          int since = latest - days[partner[p]];
          if (Integer.compareUnsigned(since, 2 * reach - 1) < 0) {
            counts[pairs.band[p] * width + timeBand[Math.abs(since - reach + 1)]]++;
          }
        }
      }
      return counts;
    }
  }
}
