package org.cscc.analysis.rates;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.cscc.analysis.Caution;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Replicas;
import org.cscc.analysis.Require;

/**
 * Ranks of places with what is not known about them. With the prior of {@link EmpiricalBayes}, mean
 * {@code m} and variance {@code a}, the true rate of a place is Gamma with shape {@code m^2/a +
 * O_i} and rate {@code m/a + P_i}; the places are ranked in each of many draws (Laird and Louis
 * 1989, J. Educ. Stat. 14:29).
 *
 * @param meanRank mean rank, 1 the highest rate
 * @param lowestRank 2.5 % point of the rank
 * @param highestRank 97.5 % point of the rank
 * @param amongWorst probability of being among the {@code worst} highest rates
 * @param worst how many places that is
 * @param provenance method and settings
 */
@SuppressWarnings("ArrayRecordComponent")
public record UncertainRanking(
    double[] meanRank,
    int[] lowestRank,
    int[] highestRank,
    double[] amongWorst,
    int worst,
    Provenance provenance) {

  /**
   * Ranks places.
   *
   * @param worst size of the group of highest rates
   * @param draws number of draws, such as 4000
   * @throws org.cscc.analysis.InvalidInput as {@link EmpiricalBayes#global}, and when chance alone
   *     explains all differences, because then there is nothing to rank
   */
  public static UncertainRanking of(
      double[] events, double[] population, int worst, int draws, long seed) {
    EmpiricalBayes.Prior prior = EmpiricalBayes.global(events, population).prior()[0];
    int n = events.length;
    Require.between("places", n, 1, 10_000);
    Require.between("worst", worst, 1, n);
    if (prior.variance() == 0) {
      throw new org.cscc.analysis.InvalidInput(
          org.cscc.analysis.InvalidInput.Reason.NO_VARIATION,
          "chance alone explains the differences between the rates: nothing to rank");
    }
    double shape = prior.mean() * prior.mean() / prior.variance();
    double rate = prior.mean() / prior.variance();
    long[] tally =
        Replicas.run(
            draws,
            seed,
            () -> new long[n * n],
            (index, random, counts) -> {
              double[] drawn = new double[n];
              for (int i = 0; i < n; i++) {
                drawn[i] = gamma(shape + events[i], 1 / (rate + population[i]), random);
              }
              rank(drawn, counts);
            },
            Replicas::add);
    return summary(tally, n, worst, draws, seed);
  }

  private static double gamma(double shape, double scale, UniformRandomProvider random) {
    ContinuousDistribution.Sampler sampler =
        GammaDistribution.of(shape, scale).createSampler(random);
    return sampler.sample();
  }

  private static void rank(double[] drawn, long[] counts) {
    int n = drawn.length;
    double[] sorted = drawn.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < n; i++) {
      counts[i * n + n - 1 - Arrays.binarySearch(sorted, drawn[i])]++;
    }
  }

  private static UncertainRanking summary(long[] tally, int n, int worst, int draws, long seed) {
    double[] mean = new double[n];
    double[] among = new double[n];
    int[] low = new int[n];
    int[] high = new int[n];
    for (int i = 0; i < n; i++) {
      long seen = 0;
      for (int rank = 0; rank < n; rank++) {
        long here = tally[i * n + rank];
        mean[i] += (rank + 1.0) * here / draws;
        among[i] += rank < worst ? (double) here / draws : 0;
        low[i] = seen < 0.025 * draws ? rank + 1 : low[i];
        high[i] = seen < 0.975 * draws ? rank + 1 : high[i];
        seen += here;
      }
    }
    return new UncertainRanking(
        mean,
        low,
        high,
        among,
        worst,
        Provenance.of("Ranks with uncertainty (Laird and Louis 1989)", n, Caution.PLACES_NOT_PEOPLE)
            .with("worst", worst)
            .with("draws", draws)
            .with("seed", seed));
  }
}
