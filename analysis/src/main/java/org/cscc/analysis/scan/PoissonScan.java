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
 * The spatial scan for high rates with a Poisson model (Kulldorff 1997): circles around every
 * place, each held against its share of the population; p by dealing the events at random over the
 * population. Adjusted for the number of circles, and for nothing else.
 */
public final class PoissonScan {
  private final Zones zones;
  private final double[] population;
  private final double perPerson;
  private final int total;
  private final int minCases;
  private final double[][] expected;

  /**
   * Settings of a scan.
   *
   * @param maxShare largest share of the population in a circle, at most 0.5
   * @param maxRadius largest radius, may be infinite
   * @param minCases fewest events in a circle
   * @param replicas usually 999
   * @param seed the same seed gives the same answer for any number of threads
   */
  public record Settings(double maxShare, double maxRadius, int minCases, int replicas, long seed) {
    /** Refuses a share outside 0..0.5 and fewer than one event or replica. */
    public Settings {
      if (!(maxShare > 0 && maxShare <= 0.5) || !(maxRadius >= 0)) {
        throw new InvalidInput(Reason.OUT_OF_RANGE, "maxShare " + maxShare + " not in 0..0.5");
      }
      Require.between("minCases", minCases, 1, Integer.MAX_VALUE);
      Require.between("replicas", replicas, 1, 1_000_000);
    }
  }

  private PoissonScan(Zones zones, double[] population, int total, int minCases) {
    this.zones = zones;
    this.population = population;
    this.total = total;
    this.minCases = minCases;
    this.perPerson = total / Arrays.stream(population).sum();
    expected = new double[population.length][];
    for (int centre = 0; centre < population.length; centre++) {
      int[] order = zones.order[centre];
      expected[centre] = new double[order.length];
      double held = 0;
      for (int k = 0; k < order.length; k++) {
        held += population[order[k]];
        expected[centre][k] = held * perPerson;
      }
    }
  }

  /**
   * Scans.
   *
   * @param population people (or expected events) at each place
   * @param cases events at each place
   * @throws InvalidInput for unequal lengths, negative numbers, no people or fewer than two events
   */
  public static ScanResult of(
      ScanLocations locations, double[] population, int[] cases, Settings settings) {
    Require.sameLength("population", locations.n(), population.length);
    Require.sameLength("cases", locations.n(), cases.length);
    Require.nonNegative("population", population);
    Require.nonNegative("cases", cases);
    Require.positive("population in all", Arrays.stream(population).sum());
    for (int i = 0; i < cases.length; i++) {
      if (cases[i] > 0 && population[i] == 0) {
        throw new InvalidInput(
            Reason.INFEASIBLE, "place " + i + " has events, but a population of zero");
      }
    }
    int total = Math.toIntExact(Arrays.stream(cases).asLongStream().sum());
    Require.atLeast("events", 2, total);
    Zones zones = new Zones(locations, population, settings.maxShare(), settings.maxRadius());
    PoissonScan scan = new PoissonScan(zones, population, total, settings.minCases());
    double[] maxima = new double[settings.replicas()];
    double[] upTo = scan.cumulative();
    Replicas.run(
        settings.replicas(),
        settings.seed(),
        () -> new Likelihood(total),
        (index, random, likelihood) ->
            maxima[index] = scan.maximum(scan.dealt(upTo, random), likelihood),
        (a, b) -> a);
    return ScanResult.of(
        scan.bestOfCentres(cases),
        total,
        maxima,
        Provenance.of("Spatial scan, Poisson (Kulldorff 1997)", total, Caution.NOT_A_CAUSE)
            .with("max_share_population", settings.maxShare())
            .with("max_radius", settings.maxRadius())
            .with("min_cases", settings.minCases())
            .with("replicas", settings.replicas())
            .with("seed", settings.seed())
            .with("adjusted_for", "number of circles only"));
  }

  private List<ScanCluster> bestOfCentres(int[] cases) {
    List<ScanCluster> best = new ArrayList<>();
    Likelihood likelihood = new Likelihood(total);
    for (int centre = 0; centre < population.length; centre++) {
      likelihood.reset(0);
      int at = -1;
      int c = 0;
      int atCount = 0;
      for (int k = 0; k < zones.order[centre].length; k++) {
        c += cases[zones.order[centre][k]];
        if (zones.end[centre][k] && c >= minCases && likelihood.beats(c, expected[centre][k])) {
          at = k;
          atCount = c;
        }
      }
      if (at >= 0) {
        best.add(
            new ScanCluster(
                centre,
                Arrays.copyOf(zones.order[centre], at + 1),
                zones.distance[centre][at],
                expected[centre][at] / perPerson,
                atCount,
                expected[centre][at],
                likelihood.best(),
                1,
                0));
      }
    }
    return best;
  }

  private double maximum(int[] cases, Likelihood likelihood) {
    likelihood.reset(0);
    for (int centre = 0; centre < population.length; centre++) {
      int[] order = zones.order[centre];
      boolean[] end = zones.end[centre];
      int c = 0;
      for (int k = 0; k < order.length; k++) {
        c += cases[order[k]];
        if (end[k] && c >= minCases) {
          likelihood.beats(c, expected[centre][k]);
        }
      }
    }
    return likelihood.best();
  }

  private double[] cumulative() {
    double[] upTo = new double[population.length];
    double held = 0;
    for (int i = 0; i < upTo.length; i++) {
      held += population[i];
      upTo[i] = held;
    }
    return upTo;
  }

  private int[] dealt(double[] upTo, UniformRandomProvider random) {
    int[] cases = new int[population.length];
    double all = upTo[upTo.length - 1];
    for (int i = 0; i < total; i++) {
      int at = Arrays.binarySearch(upTo, random.nextDouble() * all);
      cases[at < 0 ? -at - 1 : at + 1]++;
    }
    return cases;
  }
}
