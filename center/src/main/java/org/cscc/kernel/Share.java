package org.cscc.kernel;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A share with what it rests on: so many of so many, in whole percent, with the score interval of
 * Wilson (1927) at 95 %. A share of too few is told as counts only.
 *
 * @param of how many
 * @param n of how many
 * @param percent null when n is too small to say one
 * @param low lower end of the interval in percent; null with the percent
 * @param high upper end of the interval in percent; null with the percent
 */
public record Share(
    int of, int n, @Nullable Integer percent, @Nullable Integer low, @Nullable Integer high) {
  private static final double ERROR_RATE = 0.05;

  /**
   * A share.
   *
   * @param smallest from how many on a percentage is said
   * @throws IllegalArgumentException when it is more than the whole, or less than nothing
   */
  public static Share of(int of, int n, int smallest) {
    if (of < 0 || of > n) {
      throw new IllegalArgumentException(of + " of " + n + " is no share");
    }
    if (n == 0 || n < smallest) {
      return new Share(of, n, null, null, null);
    }
    Interval interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(n, of, ERROR_RATE);
    return new Share(
        of,
        n,
        percent((double) of / n),
        percent(Math.max(0, interval.getLowerBound())),
        percent(Math.min(1, interval.getUpperBound())));
  }

  private static int percent(double share) {
    return Math.toIntExact(Math.round(share * 100));
  }
}
