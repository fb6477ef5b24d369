package org.cscc.analysis.trend;

import org.cscc.analysis.Caution;
import org.cscc.analysis.Normal;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Require;

/**
 * EARS for series with little history (Hutwagner et al. 2003, J. Urban Health 80:i89). C1 holds a
 * count against the 7 before it, C2 against the 7 that end three before it: alarm above {@code mean
 * + z sd}. C3 adds what C2 exceeded 1 by in the two periods before: alarm above {@code mean2 + sd2
 * (z - sum max(0, C2 - 1))}. After a silent baseline sd is 0 and the first event alarms: set a
 * least sd.
 *
 * @param upper upper bound of each period; NaN while there is no baseline
 * @param alarm whether the count is above it
 * @param provenance method and settings
 */
@SuppressWarnings("ArrayRecordComponent")
public record Ears(double[] upper, boolean[] alarm, Provenance provenance) {
  private static final int BASELINE = 7;

  /** C1 at a one-sided level such as 0.001. */
  public static Ears c1(int[] counts, double alpha, double leastSd) {
    return plain("EARS C1", counts, alpha, leastSd, 0);
  }

  /** C2 at a one-sided level such as 0.001. */
  public static Ears c2(int[] counts, double alpha, double leastSd) {
    return plain("EARS C2", counts, alpha, leastSd, 2);
  }

  /** C3 at a one-sided level such as 0.025. */
  public static Ears c3(int[] counts, double alpha, double leastSd) {
    check(counts, alpha, leastSd);
    double z = -Normal.quantile(alpha);
    double[] upper = new double[counts.length];
    for (int t = 0; t < counts.length; t++) {
      double over = excess(counts, t - 1, leastSd) + excess(counts, t - 2, leastSd);
      double bound = counts[t] + sd(counts, t, 2, leastSd) * (z - over);
      upper[t] = Double.isNaN(bound) ? bound : Math.max(0, bound);
    }
    return of("EARS C3", counts, upper, alpha, leastSd);
  }

  private static Ears plain(String method, int[] counts, double alpha, double leastSd, int lag) {
    check(counts, alpha, leastSd);
    double z = -Normal.quantile(alpha);
    double[] upper = new double[counts.length];
    for (int t = 0; t < counts.length; t++) {
      upper[t] = mean(counts, t, lag) + z * sd(counts, t, lag, leastSd);
    }
    return of(method, counts, upper, alpha, leastSd);
  }

  private static void check(int[] counts, double alpha, double leastSd) {
    Require.atLeast("periods", 1, counts.length);
    Require.nonNegative("counts", counts);
    Require.share("alpha", alpha);
    Require.nonNegative("leastSd", new double[] {leastSd});
  }

  private static Ears of(
      String method, int[] counts, double[] upper, double alpha, double leastSd) {
    boolean[] alarm = new boolean[counts.length];
    for (int t = 0; t < counts.length; t++) {
      alarm[t] = counts[t] > upper[t];
    }
    return new Ears(
        upper,
        alarm,
        Provenance.of(method + " (Hutwagner et al. 2003)", counts.length, Caution.MANY_TESTS)
            .with("alpha", alpha)
            .with("baseline", BASELINE)
            .with("least_sd", leastSd));
  }

  private static double excess(int[] counts, int t, double leastSd) {
    double sd = t < 0 ? Double.NaN : sd(counts, t, 2, leastSd);
    double over = t < 0 ? 0 : (counts[t] - mean(counts, t, 2)) / sd - 1;
    return over > 0 ? over : 0;
  }

  private static double mean(int[] counts, int t, int lag) {
    if (t - lag - BASELINE < 0) {
      return Double.NaN;
    }
    double sum = 0;
    for (int k = t - lag - BASELINE; k < t - lag; k++) {
      sum += counts[k];
    }
    return sum / BASELINE;
  }

  private static double sd(int[] counts, int t, int lag, double least) {
    double mean = mean(counts, t, lag);
    double squares = 0;
    for (int k = Math.max(0, t - lag - BASELINE); k < t - lag; k++) {
      squares += (counts[k] - mean) * (counts[k] - mean);
    }
    // Without a baseline there is no bound, not the least one.
    return Double.isNaN(mean) ? mean : Math.max(least, Math.sqrt(squares / (BASELINE - 1)));
  }
}
