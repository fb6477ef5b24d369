package org.cscc.analysis.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.cscc.analysis.Caution;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Replicas;
import org.cscc.analysis.Require;

/**
 * The prospective space-time permutation scan (Kulldorff, Heffernan, Hartman, Assuncao and
 * Mostashari 2005, PLoS Med. 2:e59). It needs no population: a cylinder of places {@code Z} over
 * the last {@code T} days expects {@code C_Z C_T / C} events; p by permuting the days over the
 * events. Adjusted for the number of cylinders, for purely spatial and for purely temporal
 * differences; not for a season that differs between places.
 */
public final class SpaceTimePermutation {
  private final Zones zones;
  private final int[] location;
  private final int[] age;
  private final int[] eventsAt;
  private final int[] inLastDays;
  private final int maxDays;
  private final int minCases;
  private final int places;

  /**
   * Settings of a scan.
   *
   * @param maxShare largest share of all events in a circle, at most 0.5
   * @param maxRadius largest radius, may be infinite
   * @param maxDays longest cylinder
   * @param minCases fewest events in a cylinder
   * @param replicas usually 999
   * @param seed the same seed gives the same answer for any number of threads
   */
  public record Settings(
      double maxShare, double maxRadius, int maxDays, int minCases, int replicas, long seed) {
    /** Refuses a share outside 0..0.5 and fewer than one day, event or replica. */
    public Settings {
      if (!(maxShare > 0 && maxShare <= 0.5) || !(maxRadius >= 0)) {
        throw new InvalidInput(Reason.OUT_OF_RANGE, "maxShare " + maxShare + " not in 0..0.5");
      }
      Require.between("maxDays", maxDays, 1, 3660);
      Require.between("minCases", minCases, 1, Integer.MAX_VALUE);
      Require.between("replicas", replicas, 1, 1_000_000);
    }
  }

  private SpaceTimePermutation(
      Zones zones, int[] location, int[] age, int[] eventsAt, Settings settings) {
    this.zones = zones;
    this.location = location;
    this.age = age;
    this.eventsAt = eventsAt;
    this.places = eventsAt.length;
    this.maxDays = settings.maxDays();
    this.minCases = settings.minCases();
    this.inLastDays = new int[maxDays];
    for (int days : age) {
      for (int d = days; d < maxDays; d++) {
        inLastDays[d]++;
      }
    }
  }

  /**
   * Scans the days up to the last one.
   *
   * @param eventLocation place of each event, an index of {@code locations}
   * @param eventDay epoch day of each event
   * @param lastDay the day on which every cylinder ends
   * @throws InvalidInput for fewer than two events, an unknown place, or an event after the last
   *     day
   */
  public static ScanResult of(
      ScanLocations locations,
      int[] eventLocation,
      int[] eventDay,
      int lastDay,
      Settings settings) {
    Require.atLeast("events", 2, eventLocation.length);
    Require.sameLength("days", eventLocation.length, eventDay.length);
    int n = locations.n();
    int total = eventLocation.length;
    int[] age = new int[total];
    int[] eventsAt = new int[n];
    double[] weight = new double[n];
    for (int i = 0; i < total; i++) {
      if (eventLocation[i] < 0 || eventLocation[i] >= n) {
        throw new InvalidInput(
            Reason.UNKNOWN_ID, "event " + i + ": unknown location " + eventLocation[i]);
      }
      age[i] = lastDay - eventDay[i];
      Require.nonNegative("days from event " + i + " to the last day", age[i]);
      eventsAt[eventLocation[i]]++;
      weight[eventLocation[i]]++;
    }
    Zones zones = new Zones(locations, weight, settings.maxShare(), settings.maxRadius());
    SpaceTimePermutation scan =
        new SpaceTimePermutation(zones, eventLocation.clone(), age, eventsAt, settings);
    double[] maxima = new double[settings.replicas()];
    Replicas.run(
        settings.replicas(),
        settings.seed(),
        () -> scan.new Walk(),
        (index, random, walk) -> maxima[index] = walk.replica(random),
        (a, b) -> a);
    return ScanResult.of(scan.new Walk().observed(), total, maxima, provenance(total, settings));
  }

  private static Provenance provenance(int total, Settings settings) {
    return Provenance.of(
            "Prospective space-time permutation scan (Kulldorff et al. 2005)",
            total,
            Caution.NOT_A_FORECAST)
        .with("max_share_cases", settings.maxShare())
        .with("max_radius", settings.maxRadius())
        .with("max_days", settings.maxDays())
        .with("min_cases", settings.minCases())
        .with("replicas", settings.replicas())
        .with("seed", settings.seed())
        .with("adjusted_for", "number of cylinders, place alone, day alone");
  }

  /**
   * One thread's way through all cylinders. Only events of the last {@code maxDays} days matter;
   * they lie in {@code ages} by place. As a circle grows, {@code inside[d]} counts its events of
   * age {@code d}; a cylinder is worth testing only where its last day back brought an event.
   */
  private final class Walk {
    private final Likelihood likelihood = new Likelihood(location.length);
    private final int[] from = new int[places + 1];
    private final int[] next = new int[places];
    private final int[] ages = new int[location.length];
    private final int[] shuffled = age.clone();
    private final int[] inside = new int[maxDays];

    double replica(UniformRandomProvider random) {
      System.arraycopy(age, 0, shuffled, 0, age.length);
      for (int i = shuffled.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int days = shuffled[i];
        shuffled[i] = shuffled[j];
        shuffled[j] = days;
      }
      sortByPlace(shuffled);
      likelihood.reset();
      for (int centre = 0; centre < places; centre++) {
        walk(centre);
      }
      return likelihood.best();
    }

    List<ScanCluster> observed() {
      sortByPlace(age);
      List<ScanCluster> best = new ArrayList<>();
      for (int centre = 0; centre < places; centre++) {
        likelihood.reset();
        long found = walk(centre);
        if (found >= 0) {
          best.add(cluster(centre, (int) (found >> 32), (int) found));
        }
      }
      return best;
    }

    private ScanCluster cluster(int centre, int k, int lastAge) {
      int[] inZone = Arrays.copyOf(zones.order[centre], k + 1);
      int held = 0;
      int cases = 0;
      for (int place : inZone) {
        held += eventsAt[place];
        for (int e = from[place]; e < from[place + 1]; e++) {
          cases += ages[e] <= lastAge ? 1 : 0;
        }
      }
      double expected = (double) held * inLastDays[lastAge] / location.length;
      return new ScanCluster(
          centre,
          inZone,
          zones.distance[centre][k],
          held,
          cases,
          expected,
          Likelihood.ratio(cases, expected, location.length),
          1,
          lastAge + 1);
    }

    /** Tests every cylinder of a centre; {@code k << 32 | age} of the last that beat, or -1. */
    private long walk(int centre) {
      int[] order = zones.order[centre];
      boolean[] end = zones.end[centre];
      double perTotal = 1.0 / location.length;
      long found = -1;
      int held = 0;
      int recent = 0;
      boolean risen = false;
      for (int k = 0; k < order.length; k++) {
        int place = order[k];
        held += eventsAt[place];
        for (int e = from[place]; e < from[place + 1]; e++) {
          inside[ages[e]]++;
          recent++;
          risen = true;
        }
        if (end[k] && risen && recent >= minCases) {
          risen = false;
          int c = 0;
          for (int d = 0; c < recent; d++) {
            int here = inside[d];
            c += here;
            if (here > 0
                && c >= minCases
                && likelihood.beats(c, held * (double) inLastDays[d] * perTotal)) {
              found = ((long) k << 32) | d;
            }
          }
        }
      }
      Arrays.fill(inside, 0);
      return found;
    }

    private void sortByPlace(int[] days) {
      Arrays.fill(from, 0);
      for (int i = 0; i < days.length; i++) {
        if (days[i] < maxDays) {
          from[location[i] + 1]++;
        }
      }
      for (int place = 0; place < places; place++) {
        from[place + 1] += from[place];
      }
      System.arraycopy(from, 0, next, 0, places);
      for (int i = 0; i < days.length; i++) {
        if (days[i] < maxDays) {
          ages[next[location[i]]++] = days[i];
        }
      }
    }
  }
}
