package org.cscc.analysis.effect;

import java.util.Arrays;
import org.cscc.analysis.Caution;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;
import org.cscc.analysis.Normal;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Require;

/**
 * Difference in differences for counts: Poisson with area and period effects, {@code ln mu_it = a_i
 * + m_t + b D_it}. Consistent whenever the mean is right, whatever the spread; the standard error
 * is robust within areas with factor {@code G/(G - 1)} (Wooldridge 1999, J. Econometrics 90:77).
 *
 * @param logRatio {@code b}
 * @param se its robust standard error
 * @param ratio rate ratio {@code exp(b)}
 * @param lower lower 95 % end of the ratio
 * @param upper upper 95 % end of the ratio
 * @param p two-sided normal p
 * @param provenance method and settings
 */
public record PoissonDifference(
    double logRatio,
    double se,
    double ratio,
    double lower,
    double upper,
    double p,
    Provenance provenance) {

  /**
   * Fits by Newton's method on {@code b}; for each {@code b} the effects follow by fitting the
   * margins in turn. Areas and periods without events say nothing and are left as they are.
   *
   * @throws InvalidInput for a negative outcome or a treatment without variation
   */
  public static PoissonDifference of(Panel panel) {
    Require.nonNegative("outcome", panel.outcome());
    int n = panel.rows();
    double[] mu = new double[n];
    Arrays.fill(mu, 1);
    double b = 0;
    double[] left = new double[n];
    double information = 0;
    for (int step = 0; step < 100; step++) {
      fitMargins(panel, b, mu);
      left = panel.effects().without(panel.treatment(), mu);
      information = 0;
      double score = 0;
      for (int i = 0; i < n; i++) {
        information += mu[i] * left[i] * left[i];
        score += left[i] * (panel.outcome()[i] - mu[i]);
      }
      if (information < 1e-9) {
        throw new InvalidInput(
            Reason.NO_VARIATION, "treatment does not vary beyond what areas and periods explain");
      }
      b += score / information;
      if (Math.abs(score / information) < 1e-12) {
        break;
      }
    }
    return result(panel, b, mu, left, information);
  }

  private static PoissonDifference result(
      Panel panel, double b, double[] mu, double[] left, double information) {
    double[] scores = new double[mu.length];
    Arrays.setAll(scores, i -> left[i] * (panel.outcome()[i] - mu[i]));
    int g = panel.areasUsed();
    double meat = DifferenceInDifferences.meat(scores, panel.area());
    double se = Math.sqrt(meat * g / (g - 1.0)) / information;
    if (!(se > 1e-10)) {
      throw new InvalidInput(
          Reason.NO_VARIATION, "the areas leave no rest by which an error could be told");
    }
    double z = Normal.quantile(0.975);
    return new PoissonDifference(
        b,
        se,
        Math.exp(b),
        Math.exp(b - z * se),
        Math.exp(b + z * se),
        Normal.twoSided(b / se),
        Provenance.of(
                "Difference in differences, Poisson fixed effects", mu.length, Caution.NOT_A_CAUSE)
            .with("clusters", g));
  }

  /** Scales areas and periods in turn until the fitted margins are the observed ones. */
  private static void fitMargins(Panel panel, double b, double[] mu) {
    int n = panel.rows();
    double[] area = new double[panel.areas()];
    double[] period = new double[panel.periods()];
    Arrays.fill(area, 1);
    Arrays.fill(period, 1);
    double[] base = new double[n];
    Arrays.setAll(base, i -> Math.exp(b * panel.treatment()[i]));
    for (int turn = 0; turn < 20_000; turn++) {
      double moved = scale(panel.area(), area, panel.period(), period, base, panel.outcome());
      moved =
          Math.max(moved, scale(panel.period(), period, panel.area(), area, base, panel.outcome()));
      if (moved < 1e-14) {
        break;
      }
    }
    Arrays.setAll(mu, i -> area[panel.area()[i]] * period[panel.period()[i]] * base[i]);
  }

  private static double scale(
      int[] group, double[] factor, int[] other, double[] held, double[] base, double[] outcome) {
    double[] seen = new double[factor.length];
    double[] fitted = new double[factor.length];
    for (int i = 0; i < outcome.length; i++) {
      seen[group[i]] += outcome[i];
      fitted[group[i]] += held[other[i]] * base[i];
    }
    double moved = 0;
    for (int g = 0; g < factor.length; g++) {
      double next = fitted[g] > 0 ? seen[g] / fitted[g] : 0;
      moved = Math.max(moved, Math.abs(next - factor[g]) / Math.max(1e-12, next));
      factor[g] = next;
    }
    return moved;
  }
}
