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
import org.jspecify.annotations.Nullable;

/**
 * The prospective space-time permutation scan (Kulldorff, Heffernan, Hartman, Assuncao and
 * Mostashari 2005, PLoS Med. 2:e59). It needs no population: a cylinder of places {@code Z} over
 * the last {@code T} days expects {@code C_Z C_T / C} events; p by permuting the days over the
 * events. Adjusted for the number of cylinders, for purely spatial and for purely temporal
 * differences; not for a season that differs between places.
 */
public final class SpaceTimePermutation {
  private static final int PILOTS = 4;
  private static final double SAFELY_BELOW = 0.92;

  private final Zones zones;
  private final int[] location;
  private final int[] age;
  private final int[] eventsAt;
  private final int[] inLastDays;
  private final int[] lastAgeWithin;
  private final int[][] heldBy;
  private double level;
  private @Nullable WindowFilter filter;
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
    this.lastAgeWithin = lastAgeWithin(inLastDays);
    this.heldBy = new int[places][];
    for (int centre = 0; centre < places; centre++) {
      int[] order = zones.order[centre];
      heldBy[centre] = new int[order.length];
      int held = 0;
      for (int k = 0; k < order.length; k++) {
        held += eventsAt[order[k]];
        heldBy[centre][k] = held;
      }
    }
  }

  /** For every number, the last age up to which fewer events than that happened; -1 for none. */
  private static int[] lastAgeWithin(int[] inLastDays) {
    int[] last = new int[inLastDays[inLastDays.length - 1] + 2];
    for (int number = 0, age = -1; number < last.length; number++) {
      while (age + 1 < inLastDays.length && inLastDays[age + 1] < number) {
        age++;
      }
      last[number] = age;
    }
    return last;
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
    if (settings.replicas() > 10 * PILOTS) {
      scan.startAbove(
          SAFELY_BELOW * Arrays.stream(scan.maxima(PILOTS, settings.seed())).min().orElse(0));
    }
    double[] maxima = scan.maxima(settings.replicas(), settings.seed());
    scan.startAbove(0);
    return ScanResult.of(scan.new Walk().observed(), total, maxima, provenance(total, settings));
  }

  private double[] maxima(int replicas, long seed) {
    double[] maxima = new double[replicas];
    Replicas.run(
        replicas,
        seed,
        Walk::new,
        (index, random, walk) -> maxima[index] = walk.replica(random),
        (a, b) -> a);
    return maxima;
  }

  /** A value that most replicas exceed; those that do not are walked a second time from nothing. */
  private void startAbove(double value) {
    int mostHeld = 0;
    for (int[] held : heldBy) {
      mostHeld = held.length == 0 ? mostHeld : Math.max(mostHeld, held[held.length - 1]);
    }
    boolean filtered = value > 0 && WindowFilter.worthwhile(mostHeld, inLastDays);
    Likelihood likelihood = new Likelihood(location.length);
    likelihood.reset(value);
    level = value;
    filter =
        filtered ? WindowFilter.above(likelihood, mostHeld, inLastDays, location.length) : null;
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
   * age {@code d}. A replica starts from a value that the replicas before it all exceeded, so that
   * few windows need a look; if it finds nothing better it is walked again from nothing, so that
   * the answer does not depend on that value.
   */
  private final class Walk {
    private final Likelihood likelihood = new Likelihood(location.length);
    private final int[] from = new int[places + 1];
    private final int[] next = new int[places];
    private final int[] ages = new int[location.length];
    private final int[] shuffled = age.clone();
    private final int[] inside = new int[maxDays];
    private final int[] occupied = new int[places + 1];
    private final int[] hasEvents = new int[places];

    double replica(UniformRandomProvider random) {
      System.arraycopy(age, 0, shuffled, 0, age.length);
      for (int i = shuffled.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int days = shuffled[i];
        shuffled[i] = shuffled[j];
        shuffled[j] = days;
      }
      sortByPlace(shuffled);
      double best = bestAbove(level);
      return best > level ? best : bestAbove(0);
    }

    private double bestAbove(double value) {
      likelihood.reset(value);
      WindowFilter first = value > 0 ? filter : null;
      for (int centre = 0; centre < places; centre++) {
        int size = withEvents(zones.order[centre]);
        if (first == null
            || first.couldExceed(occupied, size, zones.order[centre], heldBy[centre], from, ages)) {
          walk(centre, size);
        }
      }
      return likelihood.best();
    }

    List<ScanCluster> observed() {
      sortByPlace(age);
      List<ScanCluster> best = new ArrayList<>();
      for (int centre = 0; centre < places; centre++) {
        likelihood.reset(0);
        long found = walk(centre, withEvents(zones.order[centre]));
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

    /**
     * Tests every cylinder of a centre that could beat the best so far; {@code k << 32 | age} of
     * the last that did, or -1. A circle that gained events holds at most {@code recent} of them in
     * any window, so only windows shorter than {@link #reach} can win; and of those only the ones
     * that hold a new event, because the others held as many in the circle before, which was
     * smaller.
     */
    private long walk(int centre, int size) {
      int[] order = zones.order[centre];
      boolean[] end = zones.end[centre];
      int[] held = heldBy[centre];
      long found = -1;
      int recent = 0;
      int youngest = maxDays;
      for (int at = 0; at < size; at++) {
        int k = occupied[at];
        int place = order[k];
        for (int e = from[place]; e < from[place + 1]; e++) {
          inside[ages[e]]++;
          recent++;
          youngest = Math.min(youngest, ages[e]);
        }
        int circle = circleEnd(end, k, at + 1 < size ? occupied[at + 1] : end.length);
        if (circle >= 0 && recent >= minCases) {
          int day = test(recent, youngest, held[circle]);
          found = day >= 0 ? ((long) circle << 32) | day : found;
          youngest = maxDays;
        }
      }
      Arrays.fill(inside, 0);
      return found;
    }

    /** Ranks in the order of a circle of the places that hold recent events, without a branch. */
    private int withEvents(int[] order) {
      int size = 0;
      for (int k = 0; k < order.length; k++) {
        occupied[size] = k;
        size += hasEvents[order[k]];
      }
      return size;
    }

    /** The first end of a circle from one place on and before the next, or -1. */
    private static int circleEnd(boolean[] end, int k, int next) {
      int circle = k;
      while (circle < next && !end[circle]) {
        circle++;
      }
      return circle < next ? circle : -1;
    }

    /**
     * The last age of a window that beat the best so far, or -1. Goes from long windows to short
     * ones: as the count falls, so does the longest window with which it could still win.
     */
    private int test(int recent, int youngest, int held) {
      int found = -1;
      double perEvent = (double) location.length / held;
      int day = reach(likelihood.limit(recent) * perEvent);
      if (day < youngest) {
        return found;
      }
      int c = 0;
      for (int d = 0; d <= day; d++) {
        c += inside[d];
      }
      while (day >= youngest && c >= minCases) {
        int reach = reach(likelihood.limit(c) * perEvent);
        if (reach >= day) {
          double expected = held * (double) inLastDays[day] * (1.0 / location.length);
          found = likelihood.beats(c, expected) ? day : found;
          reach = day - 1;
        }
        for (; day > reach; day--) {
          c -= inside[day];
        }
      }
      return found;
    }

    /** The last age up to which fewer events than a number happened in the whole map, or -1. */
    private int reach(double fewerThan) {
      return lastAgeWithin[(int) Math.min(lastAgeWithin.length - 1, Math.ceil(fewerThan))];
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
      for (int place = 0; place < places; place++) {
        hasEvents[place] = from[place + 1] > from[place] ? 1 : 0;
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
