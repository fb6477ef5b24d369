package org.cscc.analysis.effect;

import org.cscc.analysis.Caution;
import org.cscc.analysis.Normal;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Require;

/**
 * E-1: difference in differences as a ratio of rates, {@code RR = (T1/T0)/(C1/C0)}, {@code SE(ln
 * RR) = sqrt(1/T1 + 1/T0 + 1/C1 + 1/C0)}. E-5: when any of the four counts is below five the
 * outcome is {@link TooFew}, which has no percentage.
 */
public sealed interface RateRatio permits RateRatio.Judged, RateRatio.TooFew {
  /** The fewest events in each cell from which a percentage may be printed. */
  int LEAST = 5;

  /**
   * Enough events to judge.
   *
   * @param ratio the ratio; below 1 the treated area did better
   * @param se standard error of its logarithm
   * @param lower lower 95 % end
   * @param upper upper 95 % end
   * @param p two-sided normal p
   * @param provenance method and n
   */
  record Judged(
      double ratio, double se, double lower, double upper, double p, Provenance provenance)
      implements RateRatio {

    /** Change against the control in percent. */
    public double percent() {
      return 100 * (ratio - 1);
    }

    /** Whether the interval leaves out "no change". */
    public boolean distinguishable() {
      return lower > 1 || upper < 1;
    }
  }

  /**
   * Too few events to judge; print the counts.
   *
   * @param fewest the smallest of the four counts
   * @param provenance method and n
   */
  record TooFew(long fewest, Provenance provenance) implements RateRatio {}

  /** Judges four counts, or refuses to. */
  static RateRatio of(
      long treatedBefore, long treatedAfter, long controlBefore, long controlAfter) {
    long[] counts = {treatedBefore, treatedAfter, controlBefore, controlAfter};
    long fewest = Long.MAX_VALUE;
    long n = 0;
    double variance = 0;
    for (long count : counts) {
      Require.nonNegative("count", count);
      fewest = Math.min(fewest, count);
      n += count;
      variance += 1.0 / count;
    }
    Provenance provenance =
        Provenance.of("Difference in differences, rate ratio", n, Caution.BURSTS);
    if (fewest < LEAST) {
      return new TooFew(
          fewest, Provenance.of("Difference in differences, rate ratio", n, Caution.SMALL_COUNTS));
    }
    double ratio =
        ((double) treatedAfter / treatedBefore) / ((double) controlAfter / controlBefore);
    double se = Math.sqrt(variance);
    double z = Normal.quantile(0.975);
    return new Judged(
        ratio,
        se,
        ratio * Math.exp(-z * se),
        ratio * Math.exp(z * se),
        Normal.twoSided(Math.log(ratio) / se),
        provenance);
  }
}
