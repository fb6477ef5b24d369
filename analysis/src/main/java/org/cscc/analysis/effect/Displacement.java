package org.cscc.analysis.effect;

import org.cscc.analysis.Caution;
import org.cscc.analysis.Normal;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Require;

/**
 * E-4 and E-3: weighted displacement difference (Wheeler and Ratcliffe 2018, Crime Sci. 7:11) and
 * displacement quotient (Bowers and Johnson 2003, J. Quant. Criminol. 19:275). {@code WDD = (T1 -
 * T0) - (C1 - C0) + (Dt1 - Dt0) - (Dc1 - Dc0)}, each count over its time and area weight; variance
 * = sum of the counts, each over the square of its weight, so the counts are taken for Poisson.
 * {@code WDQ = (Dt1/C1 - Dt0/C0)/(T1/C1 - T0/C0)}: only to be read when the treated area improved;
 * above 0 benefit spread, between -1 and 0 part was displaced, below -1 more than was gained.
 *
 * @param local treated against control area
 * @param displaced buffer against its control
 * @param total both together
 * @param p two-sided normal p of the total
 * @param quotient WDQ; NaN without a buffer or when a control count is zero
 * @param improved whether the treated area improved against its control, so that WDQ may be read
 * @param provenance method and settings
 */
public record Displacement(
    Estimate local,
    Estimate displaced,
    Estimate total,
    double p,
    double quotient,
    boolean improved,
    Provenance provenance) {

  /**
   * Counts before and after.
   *
   * @param before count before
   * @param after count after
   * @param area area weight, 1 when areas are alike
   */
  public record Counts(double before, double after, double area) {
    /** Refuses negative counts and weights that are not positive. */
    public Counts {
      Require.nonNegative("counts", new double[] {before, after});
      Require.positive("area weight", area);
    }

    /** Counts of an area that needs no weight. */
    public static Counts of(double before, double after) {
      return new Counts(before, after, 1);
    }

    /** No buffer was measured. */
    public static Counts none() {
      return of(0, 0);
    }
  }

  /**
   * An estimate in events.
   *
   * @param value change against the control
   * @param se its standard error
   * @param lower lower end of the interval
   * @param upper upper end of the interval
   */
  public record Estimate(double value, double se, double lower, double upper) {}

  /**
   * Estimates the effect.
   *
   * @param timeBefore length of the time before, 1 when both are alike
   * @param timeAfter length of the time after
   * @param alpha 0.05 for 95 % intervals
   */
  public static Displacement of(
      Counts control,
      Counts treated,
      Counts bufferControl,
      Counts buffer,
      double timeBefore,
      double timeAfter,
      double alpha) {
    Require.positive("timeBefore", timeBefore);
    Require.positive("timeAfter", timeAfter);
    Require.share("alpha", alpha);
    double z = Normal.quantile(1 - alpha / 2);
    double local = change(treated, timeBefore, timeAfter) - change(control, timeBefore, timeAfter);
    double moved =
        change(buffer, timeBefore, timeAfter) - change(bufferControl, timeBefore, timeAfter);
    double localVariance =
        variance(treated, timeBefore, timeAfter) + variance(control, timeBefore, timeAfter);
    double movedVariance =
        variance(buffer, timeBefore, timeAfter) + variance(bufferControl, timeBefore, timeAfter);
    Estimate total = estimate(local + moved, localVariance + movedVariance, z);
    double gain = treated.after() / control.after() - treated.before() / control.before();
    boolean measured = buffer.before() + buffer.after() > 0;
    double quotient =
        (buffer.after() / control.after() - buffer.before() / control.before()) / gain;
    double n = sum(control) + sum(treated) + sum(buffer) + sum(bufferControl);
    return new Displacement(
        estimate(local, localVariance, z),
        estimate(moved, movedVariance, z),
        total,
        Normal.twoSided(total.value() / total.se()),
        measured && Double.isFinite(quotient) ? quotient : Double.NaN,
        gain < 0,
        Provenance.of(
                "Weighted displacement difference (Wheeler and Ratcliffe 2018)",
                Math.round(n),
                Caution.BURSTS)
            .with("alpha", alpha));
  }

  private static double change(Counts counts, double timeBefore, double timeAfter) {
    return counts.after() / (timeAfter * counts.area())
        - counts.before() / (timeBefore * counts.area());
  }

  private static double variance(Counts counts, double timeBefore, double timeAfter) {
    double before = timeBefore * counts.area();
    double after = timeAfter * counts.area();
    return counts.before() / (before * before) + counts.after() / (after * after);
  }

  private static Estimate estimate(double value, double variance, double z) {
    double se = Math.sqrt(variance);
    return new Estimate(value, se, value - z * se, value + z * se);
  }

  private static double sum(Counts counts) {
    return counts.before() + counts.after();
  }
}
