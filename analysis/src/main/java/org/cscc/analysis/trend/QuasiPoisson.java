package org.cscc.analysis.trend;

import java.util.Arrays;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;

/**
 * The regression of {@link FarringtonFlexible} and {@link Farrington}: {@code ln mu_t = level_t + b
 * t}, fitted twice by iterated least squares, the second time with weights from Anscombe residuals.
 *
 * @param expected prediction for the week that is judged
 * @param dispersion estimated dispersion, at least 1
 * @param largest largest count that was fitted
 * @param weeks number of weeks fitted
 * @param trend whether it has a trend over time
 * @param spread what the fit knows about its own uncertainty
 */
record QuasiPoisson(
    double expected, double dispersion, double largest, int weeks, boolean trend, Spread spread) {

  /**
   * Uncertainty of the prediction and of the trend.
   *
   * @param leverage {@code row (X'WX)^-1 row'} of the judged week
   * @param pearson dispersion from Pearson residuals, not held at 1
   * @param working {@code sum w (y - mu)^2 / mu^2} over the degrees of freedom
   * @param trendOverRoot trend over the root of its element of {@code (X'WX)^-1}; 0 without trend
   * @param freedom degrees of freedom
   */
  record Spread(
      double leverage, double pearson, double working, double trendOverRoot, int freedom) {}

  static QuasiPoisson fit(
      int[] counts,
      int first,
      int now,
      int[] level,
      FarringtonFlexible.Settings settings,
      boolean trend) {
    int keep = 0;
    int[] weeks = new int[level.length];
    for (int k = 0; k < level.length - 1 - settings.leftOut(); k++) {
      if (level[k] >= 0) {
        weeks[keep++] = k;
      }
    }
    Regression regression =
        new Regression(counts, first, Arrays.copyOf(weeks, keep), level, settings.periods(), trend);
    double[] weights = new double[keep];
    Arrays.fill(weights, 1);
    regression.solve(weights);
    regression.reweight(weights, settings.reweightAbove());
    regression.solve(weights);
    double mean = Math.exp(regression.predict(now - first));
    double phi = Math.max(1, regression.dispersion(weights));
    return new QuasiPoisson(
        mean, phi, regression.largest(), keep, trend, regression.spread(weights, now - first));
  }

  /**
   * Weighted least squares on one intercept for each seasonal level and, where asked for, one slope
   * over time. The levels are orthogonal, so the normal equations are a diagonal with one full row
   * and are solved by elimination in one pass over the levels, not by a general factorisation.
   */
  private static final class Regression {
    /** Logarithm of the mean at which a level without events stops falling. */
    private static final double LEAST = -40;

    private static final double LEAST_MEAN = Math.exp(LEAST);

    private final double[] y;
    private final double[] ownTerm;
    private final double[] time;
    private final int[] week;
    private final int[] levelOf;
    private final int[] level;
    private final boolean trend;
    private final int levels;
    private final double middle;
    private final double[] eta;
    private final double[] mu;
    private final double[] sumW;
    private final double[] meanTime;
    private final double[] meanZ;
    private final double[] intercept;
    private final double[] growth;
    private double slope;
    private double spread;

    Regression(int[] counts, int first, int[] weeks, int[] level, int levels, boolean trend) {
      this.level = level;
      this.trend = trend;
      this.levels = levels;
      this.middle = level.length / 2.0;
      this.week = weeks;
      this.y = new double[weeks.length];
      this.ownTerm = new double[weeks.length];
      this.time = new double[weeks.length];
      this.levelOf = new int[weeks.length];
      this.eta = new double[weeks.length];
      this.mu = new double[weeks.length];
      for (int i = 0; i < weeks.length; i++) {
        y[i] = counts[first + weeks[i]];
        ownTerm[i] = (y[i] > 1 ? y[i] * Math.log(y[i]) : 0) - y[i];
        mu[i] = y[i] + 0.1;
        eta[i] = Math.log(mu[i]);
        time[i] = timeOf(weeks[i]);
        levelOf[i] = levelOf(weeks[i]);
      }
      this.sumW = new double[levels];
      this.meanTime = new double[levels];
      this.meanZ = new double[levels];
      this.intercept = new double[levels];
      this.growth = new double[level.length];
    }

    private double timeOf(int week) {
      return (week - middle) / middle;
    }

    private int levelOf(int week) {
      return level[week] >= 0 ? level[week] : levels - 1;
    }

    double largest() {
      return Arrays.stream(y).max().orElse(0);
    }

    double predict(int week) {
      return intercept[levelOf(week)] + slope * timeOf(week);
    }

    /** Starts where the fit before it ended; the first one at the counts themselves. */
    void solve(double[] weights) {
      double saturated = 0;
      for (int i = 0; i < y.length; i++) {
        saturated += weights[i] * ownTerm[i];
      }
      double before = Double.POSITIVE_INFINITY;
      for (int step = 0; step < 50; step++) {
        step(weights);
        double deviance = 2 * (saturated + evaluate(weights));
        if (Math.abs(deviance - before) < 1e-12 * (Math.abs(deviance) + 0.1)) {
          break;
        }
        before = deviance;
      }
    }

    /**
     * Fitted means, as the mean of the level times a power of the weekly growth: one exponential
     * for each level in place of one for each week. Returns the part of half the deviance that the
     * fit can change.
     */
    private double evaluate(double[] weights) {
      double ratio = Math.exp(slope / middle);
      growth[0] = Math.exp(-slope);
      for (int k = 1; k < growth.length; k++) {
        growth[k] = growth[k - 1] * ratio;
      }
      for (int a = 0; a < levels; a++) {
        meanZ[a] = Math.exp(intercept[a]);
      }
      double sum = 0;
      for (int i = 0; i < y.length; i++) {
        eta[i] = Math.max(LEAST, intercept[levelOf[i]] + slope * time[i]);
        mu[i] = Math.max(LEAST_MEAN, meanZ[levelOf[i]] * growth[week[i]]);
        sum += weights[i] * (mu[i] - y[i] * eta[i]);
      }
      return sum;
    }

    private void step(double[] weights) {
      Arrays.fill(sumW, 0);
      Arrays.fill(meanTime, 0);
      Arrays.fill(meanZ, 0);
      double squares = 0;
      double cross = 0;
      for (int i = 0; i < y.length; i++) {
        double w = weights[i] * mu[i];
        double wz = w * eta[i] + weights[i] * (y[i] - mu[i]);
        double wt = w * time[i];
        sumW[levelOf[i]] += w;
        meanTime[levelOf[i]] += wt;
        meanZ[levelOf[i]] += wz;
        squares += wt * time[i];
        cross += wz * time[i];
      }
      for (int a = 0; a < levels; a++) {
        refuseUnless(sumW[a] > 0);
        meanTime[a] /= sumW[a];
        meanZ[a] /= sumW[a];
        squares -= sumW[a] * meanTime[a] * meanTime[a];
        cross -= sumW[a] * meanTime[a] * meanZ[a];
      }
      refuseUnless(!trend || squares > 0);
      spread = squares;
      slope = trend ? cross / squares : 0;
      for (int a = 0; a < levels; a++) {
        intercept[a] = meanZ[a] - slope * meanTime[a];
      }
    }

    private static void refuseUnless(boolean told) {
      if (!told) {
        throw new InvalidInput(
            Reason.NO_VARIATION, "the earlier weeks do not tell trend and season apart");
      }
    }

    /** {@code row (X'WX)^-1 row'} of a fitted week. */
    private double leverage(int i) {
      double off = time[i] - meanTime[levelOf[i]];
      return 1 / sumW[levelOf[i]] + (trend ? off * off / spread : 0);
    }

    double dispersion(double[] weights) {
      double sum = 0;
      for (int i = 0; i < y.length; i++) {
        sum += weights[i] * (y[i] - mu[i]) * (y[i] - mu[i]) / mu[i];
      }
      return sum / (y.length - levels - (trend ? 1 : 0));
    }

    Spread spread(double[] weights, int judged) {
      double working = 0;
      for (int i = 0; i < y.length; i++) {
        double over = (y[i] - mu[i]) / mu[i];
        working += weights[i] * over * over;
      }
      int freedom = y.length - levels - (trend ? 1 : 0);
      double off = timeOf(judged) - meanTime[levelOf(judged)];
      double leverage = 1 / sumW[levelOf(judged)] + (trend ? off * off / spread : 0);
      return new Spread(
          leverage,
          dispersion(weights),
          working / freedom,
          trend ? slope * Math.sqrt(spread) : 0,
          freedom);
    }

    void reweight(double[] weights, double above) {
      double phi = Math.max(1, dispersion(weights));
      double[] s = new double[y.length];
      double sum = 0;
      for (int i = 0; i < y.length; i++) {
        s[i] = y[i] > mu[i] ? anscombe(i, weights[i], phi) : 0;
        sum += s[i] > above ? 1 / (s[i] * s[i]) : 1;
      }
      double scale = y.length / sum;
      for (int i = 0; i < y.length; i++) {
        weights[i] = scale * (s[i] > above ? 1 / (s[i] * s[i]) : 1);
      }
    }

    private double anscombe(int i, double weight, double phi) {
      double hat = weight * mu[i] * leverage(i);
      double residual = 1.5 * (Math.cbrt(y[i] * y[i]) * Math.exp(-eta[i] / 6) - Math.sqrt(mu[i]));
      return residual / Math.sqrt(phi * (1 - hat));
    }
  }
}
