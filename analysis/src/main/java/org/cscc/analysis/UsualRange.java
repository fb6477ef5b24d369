package org.cscc.analysis;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * M-1: the range in which a count would usually fall, judged by the same window of earlier years.
 * Exact prediction range for a Poisson count (Nelson 1982, Applied Life Data Analysis, 6.3): with
 * the sum {@code S} of {@code k} earlier windows, a new count {@code y} is usual while both {@code
 * P(Y <= y)} and {@code P(Y >= y)} exceed {@code (1 - confidence)/2} for {@code Y ~ Binomial(S + y,
 * 1/(k + 1))}. It is wider than the interval of the mean because the mean itself is only estimated.
 *
 * @param lower smallest usual count
 * @param upper largest usual count
 * @param mean mean of the earlier windows
 * @param windows number of earlier windows
 * @param confidence such as 0.95
 * @param provenance method and settings
 */
public record UsualRange(
    long lower, long upper, double mean, int windows, double confidence, Provenance provenance) {

  /** Where a count lies against the usual range. */
  public enum Position {
    /** Below the usual range. */
    BELOW,
    /** Within the usual range. */
    WITHIN,
    /** Above the usual range. */
    ABOVE
  }

  /** The 95 % range from the counts of earlier windows of the same length. */
  public static UsualRange from(long... earlier) {
    return from(0.95, earlier);
  }

  /**
   * The range at another confidence.
   *
   * @throws InvalidInput when no earlier window is given or a count is negative
   */
  public static UsualRange from(double confidence, long... earlier) {
    Require.share("confidence", confidence);
    Require.atLeast("earlier windows", 1, earlier.length);
    long sum = 0;
    for (long count : earlier) {
      Require.between("earlier count", count, 0, 10_000_000);
      sum += count;
    }
    Require.between("sum of the earlier counts", sum, 0, 100_000_000);
    double share = 1.0 / (earlier.length + 1);
    double tail = (1 - confidence) / 2;
    return new UsualRange(
        lowest(sum, share, tail),
        highest(sum, share, tail),
        (double) sum / earlier.length,
        earlier.length,
        confidence,
        Provenance.of("Exact Poisson prediction range (Nelson 1982)", sum, Caution.BURSTS)
            .with("confidence", confidence)
            .with("windows", earlier.length));
  }

  /** Where a new count lies. */
  public Position position(long count) {
    Require.nonNegative("count", count);
    return count < lower ? Position.BELOW : count > upper ? Position.ABOVE : Position.WITHIN;
  }

  private static long lowest(long sum, double share, double tail) {
    long low = 0;
    long high = Math.max(1, Math.round(sum * share / (1 - share)));
    while (low < high) {
      long middle = (low + high) / 2;
      double below =
          BinomialDistribution.of((int) (sum + middle), share).cumulativeProbability((int) middle);
      if (below > tail) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static long highest(long sum, double share, double tail) {
    long low = 0;
    long high = 20 + 10 * Math.round(sum * share / (1 - share));
    while (low < high) {
      long middle = (low + high + 1) / 2;
      double above =
          BinomialDistribution.of((int) (sum + middle), share)
              .survivalProbability((int) middle - 1);
      if (above > tail) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
