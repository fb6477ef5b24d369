package org.cscc.analysis;

import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Exact interval for the mean of a Poisson count (Garwood 1936, Biometrika 28:437): lower = {@code
 * Gamma^-1(a/2; k, 1)}, upper = {@code Gamma^-1(1 - a/2; k + 1, 1)}, with {@code a = 1 -
 * confidence}. A count of zero has lower end zero. Coverage is never below the stated confidence.
 *
 * @param count events counted
 * @param exposure what the rate is per (person-years, km², days); 1 gives the interval of the mean
 * @param lower lower end, in events per unit of exposure
 * @param upper upper end, in events per unit of exposure
 * @param confidence such as 0.95
 * @param provenance method and settings
 */
public record PoissonInterval(
    long count,
    double exposure,
    double lower,
    double upper,
    double confidence,
    Provenance provenance) {

  /** The 95 % interval of the mean behind a count. */
  public static PoissonInterval garwood(long count) {
    return garwood(count, 1, 0.95);
  }

  /**
   * The interval of a rate.
   *
   * @throws InvalidInput when the count is negative, the exposure not positive or the confidence
   *     not between 0 and 1
   */
  public static PoissonInterval garwood(long count, double exposure, double confidence) {
    Require.nonNegative("count", count);
    Require.positive("exposure", exposure);
    Require.share("confidence", confidence);
    double tail = (1 - confidence) / 2;
    double lower =
        count == 0 ? 0 : GammaDistribution.of((double) count, 1).inverseCumulativeProbability(tail);
    double upper = GammaDistribution.of(count + 1.0, 1).inverseSurvivalProbability(tail);
    return new PoissonInterval(
        count,
        exposure,
        lower / exposure,
        upper / exposure,
        confidence,
        Provenance.of("Exact Poisson interval (Garwood 1936)", count, Caution.BURSTS)
            .with("confidence", confidence)
            .with("exposure", exposure));
  }

  /** The observed rate, events per unit of exposure. */
  public double rate() {
    return count / exposure;
  }
}
