package org.cscc.analysis;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Tail probabilities of the standard normal distribution. */
public final class Normal {
  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private Normal() {}

  /** Two-sided p, {@code 2 Phi(-|z|)}; NaN for NaN. */
  public static double twoSided(double z) {
    return Double.isNaN(z) ? Double.NaN : 2 * STANDARD.cumulativeProbability(-Math.abs(z));
  }

  /** One-sided p, {@code 1 - Phi(z)}. */
  public static double upper(double z) {
    return STANDARD.survivalProbability(z);
  }

  /** The value that a share of the distribution does not exceed. */
  public static double quantile(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new InvalidInput(InvalidInput.Reason.OUT_OF_RANGE, "share must lie in 0..1: " + share);
    }
    return STANDARD.inverseCumulativeProbability(share);
  }
}
