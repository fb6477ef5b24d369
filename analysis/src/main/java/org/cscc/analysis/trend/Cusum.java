package org.cscc.analysis.trend;

import org.cscc.analysis.Caution;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Require;

/**
 * CUSUM of counts: {@code S_t = max(0, S_(t-1) + z_t - k)}, alarm from {@code h} on. It is not set
 * back after an alarm, so after a lasting rise it alarms until the mean in control is renewed.
 *
 * @param sum {@code S} of each period
 * @param alarm whether it has reached {@code h}
 * @param provenance method and settings
 */
@SuppressWarnings("ArrayRecordComponent")
public record Cusum(double[] sum, boolean[] alarm, Provenance provenance) {

  /** How a count is made comparable. */
  public enum Transform {
    /** {@code (x - m) / sqrt(m)}. */
    STANDARD,
    /** {@code (x - 3 m + 2 sqrt(x m)) / (2 sqrt(m))} (Rossi, Lampugnani and Marchi 1999). */
    ROSSI
  }

  /**
   * Follows a series.
   *
   * @param mean mean in control, above 0
   * @param k how far above the mean still passes, in standard deviations
   * @param h from where on there is an alarm
   * @throws org.cscc.analysis.InvalidInput for a negative count or a mean that is not positive
   */
  public static Cusum of(int[] counts, double mean, double k, double h, Transform transform) {
    Require.atLeast("periods", 1, counts.length);
    Require.nonNegative("counts", counts);
    Require.positive("mean", mean);
    Require.nonNegative("k", new double[] {k});
    Require.positive("h", h);
    double[] sum = new double[counts.length];
    boolean[] alarm = new boolean[counts.length];
    double before = 0;
    for (int t = 0; t < counts.length; t++) {
      double x = counts[t];
      double z =
          transform == Transform.STANDARD
              ? (x - mean) / Math.sqrt(mean)
              : (x - 3 * mean + 2 * Math.sqrt(x * mean)) / (2 * Math.sqrt(mean));
      before = Math.max(0, before + z - k);
      sum[t] = before;
      alarm[t] = before >= h;
    }
    return new Cusum(
        sum,
        alarm,
        Provenance.of("CUSUM (Rossi et al. 1999)", counts.length, Caution.MANY_TESTS)
            .with("mean", mean)
            .with("k", k)
            .with("h", h)
            .with("transform", transform));
  }
}
