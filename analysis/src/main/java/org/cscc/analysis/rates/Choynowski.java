package org.cscc.analysis.rates;

import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.cscc.analysis.Caution;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Require;

/**
 * How unusual each count is if every place had the common rate (Choynowski 1959, JASA 54:385).
 *
 * @param expected {@code P_i sum O / sum P}
 * @param ratioPercent 100 O / expected, the standardised ratio
 * @param lowerTail probability of a count this low or lower
 * @param upperTail probability of a count this high or higher
 * @param provenance method and settings
 */
@SuppressWarnings("ArrayRecordComponent")
public record Choynowski(
    double[] expected,
    double[] ratioPercent,
    double[] lowerTail,
    double[] upperTail,
    Provenance provenance) {

  /**
   * Computes both tails for every place.
   *
   * @throws org.cscc.analysis.InvalidInput for no places, a negative count, a population that is
   *     not positive, or no events at all
   */
  public static Choynowski of(int[] events, double[] population) {
    double[] counts = java.util.stream.IntStream.of(events).asDoubleStream().toArray();
    EmpiricalBayes.check(counts, population);
    double rate = java.util.Arrays.stream(counts).sum() / java.util.Arrays.stream(population).sum();
    Require.positive("events in all", rate);
    double[][] out = new double[4][events.length];
    for (int i = 0; i < events.length; i++) {
      double expected = rate * population[i];
      PoissonDistribution law = PoissonDistribution.of(expected);
      out[0][i] = expected;
      out[1][i] = 100 * events[i] / expected;
      out[2][i] = law.cumulativeProbability(events[i]);
      out[3][i] = law.survivalProbability(events[i] - 1);
    }
    return new Choynowski(
        out[0],
        out[1],
        out[2],
        out[3],
        Provenance.of(
            "Poisson probability map (Choynowski 1959)", events.length, Caution.MANY_TESTS));
  }
}
