package org.cscc.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cscc.analysis.allocation.Apportionment;
import org.cscc.analysis.autocorrelation.ConditionalPermutation;
import org.cscc.analysis.autocorrelation.GlobalMoran;
import org.cscc.analysis.autocorrelation.LocalG;
import org.cscc.analysis.autocorrelation.LocalMoran;
import org.cscc.analysis.autocorrelation.Neighbours;
import org.cscc.analysis.autocorrelation.Weights;
import org.cscc.analysis.density.Grid;
import org.cscc.analysis.density.KernelDensity;
import org.cscc.analysis.disclosure.Attacker;
import org.cscc.analysis.disclosure.Suppression;
import org.cscc.analysis.rates.EmpiricalBayes;
import org.cscc.analysis.rates.UncertainRanking;
import org.cscc.analysis.scan.PoissonScan;
import org.cscc.analysis.scan.ScanLocations;
import org.cscc.analysis.scan.ScanResult;
import org.cscc.analysis.scan.SpaceTimePermutation;

/** What must not matter does not matter: order, names, place of the origin, unit, threads. */
class InvarianceProperties {

  @Property(tries = 60)
  void theOrderOfPlacesChangesNoStatisticOfAutocorrelation(@ForAll @IntRange(max = 9999) int seed) {
    Places places = Places.drawn(seed, 30);
    int[] order = shuffled(seed, 30);
    Places other = places.in(order);
    double[] z = LocalG.of(places.near(), places.values()).z();
    double[] zOther = LocalG.of(other.near(), other.values()).z();
    double[] i = LocalMoran.of(places.near(), places.values()).i();
    double[] iOther = LocalMoran.of(other.near(), other.values()).i();
    for (int k = 0; k < 30; k++) {
      assertSame(zOther[k], z[order[k]]);
      assertSame(iOther[k], i[order[k]]);
    }
    assertSame(moran(other), moran(places));
  }

  @Property(tries = 60)
  void unitAndOriginOfTheValuesChangeNoStatisticOfAutocorrelation(
      @ForAll @IntRange(max = 9999) int seed) {
    Places places = Places.drawn(seed, 30);
    double[] other = Arrays.stream(places.values()).map(v -> 3.5 * v + 100).toArray();
    double[] z = LocalG.of(places.near(), places.values()).z();
    double[] zOther = LocalG.of(places.near(), other).z();
    for (int k = 0; k < 30; k++) {
      assertSame(zOther[k], z[k]);
    }
    assertSame(moran(new Places(places.near(), other)), moran(places));
  }

  @Property(tries = 40)
  void orderPlaceAndTurnOfTheEventsChangeNoKnoxTable(@ForAll @IntRange(max = 9999) int seed) {
    Random random = new Random(seed);
    int n = 60;
    double[] x = random.ints(n, 0, 2000).asDoubleStream().toArray();
    double[] y = random.ints(n, 0, 2000).asDoubleStream().toArray();
    int[] day = random.ints(n, 0, 90).toArray();
    KnoxBands bands =
        KnoxBands.of(new double[] {0, 200, 500}, new int[] {0, 7, 21}, Metric.EUCLIDEAN);
    Knox.Table table = Knox.exact(KnoxEvents.of(x, y, day), bands);
    int[] order = shuffled(seed, n);
    double[] moved = Arrays.stream(order).mapToDouble(i -> 5000 - y[i]).toArray();
    double[] turned = Arrays.stream(order).mapToDouble(i -> x[i] - 700).toArray();
    int[] later = Arrays.stream(order).map(i -> day[i] + 1000).toArray();
    Knox.Table other = Knox.exact(KnoxEvents.of(moved, turned, later), bands);
    for (int k = 0; k < table.cells().size(); k++) {
      assertThat(other.cells().get(k).observed()).isEqualTo(table.cells().get(k).observed());
      assertSame(other.cells().get(k).sd(), table.cells().get(k).sd());
    }
  }

  @Property(tries = 30)
  void aMovedMapHasTheSameDensity(@ForAll @IntRange(max = 9999) int seed) {
    Random random = new Random(seed);
    double[] x = random.ints(50, 0, 1000).asDoubleStream().toArray();
    double[] y = random.ints(50, 0, 1000).asDoubleStream().toArray();
    Grid grid = new Grid(0, 0, 64, 64, 16, 16);
    Grid moved = new Grid(4096, -8192, 64, 64, 16, 16);
    double[] east = Arrays.stream(x).map(v -> v + 4096).toArray();
    double[] north = Arrays.stream(y).map(v -> v - 8192).toArray();
    double[] here = KernelDensity.quartic(grid, x, y, 200).values();
    double[] there = KernelDensity.quartic(moved, east, north, 200).values();
    for (int k = 0; k < here.length; k++) {
      assertThat(there[k]).isCloseTo(here[k], within(1e-12));
    }
  }

  @Property(tries = 40)
  void ratesDoNotDependOnTheOrderNorShrinkPastTheMean(@ForAll @IntRange(max = 9999) int seed) {
    Random random = new Random(seed);
    double[] events = random.ints(25, 0, 20).asDoubleStream().toArray();
    events[0] = 7;
    double[] people = random.ints(25, 500, 5000).asDoubleStream().toArray();
    EmpiricalBayes rates = EmpiricalBayes.global(events, people);
    int[] order = shuffled(seed, 25);
    EmpiricalBayes other =
        EmpiricalBayes.global(
            Arrays.stream(order).mapToDouble(i -> events[i]).toArray(),
            Arrays.stream(order).mapToDouble(i -> people[i]).toArray());
    for (int k = 0; k < 25; k++) {
      assertSame(other.shrunk()[k], rates.shrunk()[order[k]]);
      double mean = rates.prior()[k].mean();
      assertThat(rates.shrunk()[k])
          .isBetween(
              Math.min(mean, rates.raw()[k]) - 1e-15, Math.max(mean, rates.raw()[k]) + 1e-15);
    }
  }

  @Property(tries = 60)
  void apportionmentKeepsTheTotalAndDoesNotDependOnTheUnitOfNeed(
      @ForAll @IntRange(max = 9999) int seed, @ForAll @IntRange(max = 80) int units) {
    double[] need = new Random(seed).doubles(12, 0.05, 1).toArray();
    double[] scaled = Arrays.stream(need).map(v -> v * 8).toArray();
    double sum = Arrays.stream(need).sum();
    for (Apportionment rule : Apportionment.values()) {
      int[] shared = rule.share(units, need).units();
      assertThat(Arrays.stream(shared).sum()).isEqualTo(units);
      assertThat(rule.share(units, scaled).units()).isEqualTo(shared);
      for (int i = 0; rule != Apportionment.HAMILTON && i < 12; i++) {
        assertThat(rule.share(units + 1, need).units()[i]).isGreaterThanOrEqualTo(shared[i]);
      }
    }
    int[] hamilton = Apportionment.HAMILTON.share(units, need).units();
    for (int i = 0; i < 12; i++) {
      assertThat((double) hamilton[i]).isCloseTo(units * need[i] / sum, within(1.0));
    }
  }

  @Property(tries = 40)
  void noSuppressedTableCanBeRebuiltR_SUP_03(@ForAll @IntRange(max = 9999) int seed) {
    Random random = new Random(seed);
    int[][] table = new int[3][4];
    for (int[] row : table) {
      Arrays.setAll(row, c -> (int) (40 * Math.pow(random.nextDouble(), 2)));
    }
    try {
      Suppression got = Suppression.of(table, 10, 0, Suppression.Cost.CELLS, 500);
      Attacker attacker = new Attacker(table, got.hidden(), 0);
      for (int k = 0; k < 12; k++) {
        if (got.primary()[k / 4][k % 4]) {
          assertThat(attacker.interval(k / 4, k % 4).covers(0, 10)).isTrue();
        }
      }
    } catch (InvalidInput refused) {
      assertThat(refused.reason()).isEqualTo(InvalidInput.Reason.INFEASIBLE);
    }
  }

  @Property(tries = 12)
  void theSameSeedGivesTheSameAnswerForOneTwoAndFiveThreads(
      @ForAll @IntRange(max = 9999) int seed) {
    Places places = Places.drawn(seed, 25);
    Random random = new Random(seed);
    double[] x = random.doubles(40, 0, 1000).toArray();
    double[] y = random.doubles(40, 0, 1000).toArray();
    int[] day = random.ints(40, 0, 60).toArray();
    int[] cases = random.ints(40, 0, 9).toArray();
    double[] people = random.doubles(40, 100, 900).toArray();
    KnoxBands bands = KnoxBands.of(new double[] {0, 300}, new int[] {0, 9}, Metric.EUCLIDEAN);
    int[] own = IntStream.range(0, 40).toArray();
    List<Callable<Object>> methods =
        List.of(
            () -> Knox.simulated(KnoxEvents.of(x, y, day), bands, 99, seed).cells(),
            () ->
                GlobalMoran.permuted(
                    places.near(), places.values(), Weights.ROWS_SUM_TO_ONE, 99, seed),
            () ->
                ConditionalPermutation.simulated(
                        places.near(),
                        places.values(),
                        ConditionalPermutation.Null.PLACE_KEPT,
                        99,
                        seed)
                    .p(),
            () ->
                PoissonScan.of(
                        ScanLocations.planar(x, y),
                        people,
                        cases,
                        new PoissonScan.Settings(0.5, 1e9, 2, 99, seed))
                    .maxima(),
            () -> permutation(x, y, own, day, seed).maxima(),
            () ->
                UncertainRanking.of(
                        Arrays.stream(cases).mapToDouble(c -> 3.0 * c).toArray(),
                        people,
                        5,
                        99,
                        seed)
                    .meanRank());
    for (Callable<Object> method : methods) {
      Object one = on(1, method);
      assertThat(on(2, method)).isEqualTo(one);
      assertThat(on(5, method)).isEqualTo(one);
    }
  }

  @Property(tries = 1)
  void permutationPIsUniformWhereThereIsNothingToFind() {
    int[] tenths = new int[10];
    int places = 0;
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      double[] values = random.doubles(64).toArray();
      double[] p =
          ConditionalPermutation.simulated(
                  lattice(8), values, ConditionalPermutation.Null.PLACE_KEPT, 199, seed)
              .p();
      // Every ninth place, so that the sums share no neighbour and count as independent.
      for (int i = 9; i < 64; i += 27) {
        tenths[(int) Math.min(9, Math.ceil(p[i] * 10) - 1)]++;
        places++;
      }
    }
    double expected = places / 10.0;
    double chi = Arrays.stream(tenths).mapToDouble(c -> (c - expected) * (c - expected)).sum();
    // 99.9 % point of chi square with 9 degrees of freedom.
    assertThat(chi / expected).as(Arrays.toString(tenths)).isLessThan(27.88);
  }

  private static ScanResult permutation(double[] x, double[] y, int[] own, int[] day, int seed) {
    return SpaceTimePermutation.of(
        ScanLocations.planar(x, y),
        own,
        day,
        59,
        new SpaceTimePermutation.Settings(0.5, 400, 14, 2, 99, seed));
  }

  private static Object on(int threads, Callable<Object> method) {
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      return pool.submit(method).join();
    }
  }

  private static double moran(Places places) {
    return GlobalMoran.of(places.near(), places.values(), Weights.ROWS_SUM_TO_ONE).z();
  }

  private static void assertSame(double got, double expected) {
    assertThat(got).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
  }

  private static int[] shuffled(int seed, int n) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
    Collections.shuffle(order, new Random(seed + 1L));
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Neighbours lattice(int side) {
    List<int[]> edges = new ArrayList<>();
    for (int i = 0; i < side * side; i++) {
      for (int j = 0; j < side * side; j++) {
        int apart = Math.max(Math.abs(i / side - j / side), Math.abs(i % side - j % side));
        if (apart == 1) {
          edges.add(new int[] {i, j});
        }
      }
    }
    return Neighbours.ofEdges(
        side * side,
        edges.stream().mapToInt(edge -> edge[0]).toArray(),
        edges.stream().mapToInt(edge -> edge[1]).toArray());
  }

  /** Places with values and who is next to whom. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Places(Neighbours near, double[] values) {
    static Places drawn(int seed, int n) {
      Random random = new Random(seed);
      boolean[][] next = new boolean[n][n];
      for (int i = 1; i < n; i++) {
        int j = random.nextInt(i);
        next[i][j] = true;
        next[j][i] = true;
        int k = random.nextInt(i);
        next[i][k] = true;
        next[k][i] = true;
      }
      return new Places(of(next), random.ints(n, 0, 12).asDoubleStream().toArray());
    }

    private static Neighbours of(boolean[][] next) {
      List<int[]> edges = new ArrayList<>();
      for (int i = 0; i < next.length; i++) {
        for (int j = 0; j < next.length; j++) {
          if (next[i][j]) {
            edges.add(new int[] {i, j});
          }
        }
      }
      return Neighbours.ofEdges(
          next.length,
          edges.stream().mapToInt(edge -> edge[0]).toArray(),
          edges.stream().mapToInt(edge -> edge[1]).toArray());
    }

    /** The same places in another order: place {@code k} is what was {@code order[k]}. */
    Places in(int[] order) {
      int n = order.length;
      int[] at = new int[n];
      for (int k = 0; k < n; k++) {
        at[order[k]] = k;
      }
      boolean[][] next = new boolean[n][n];
      for (int i = 0; i < n; i++) {
        for (int j : near.of(i)) {
          next[at[i]][at[j]] = true;
        }
      }
      return new Places(of(next), Arrays.stream(order).mapToDouble(i -> values[i]).toArray());
    }
  }
}
