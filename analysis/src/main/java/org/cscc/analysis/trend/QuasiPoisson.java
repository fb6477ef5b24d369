package org.cscc.analysis.trend;

import java.util.Arrays;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;

/**
 * The regression of {@link FarringtonFlexible}: {@code ln mu_t = a + b t + level_t}, fitted twice
 * by iterated least squares, the second time with weights from Anscombe residuals.
 *
 * @param expected prediction for the week that is judged
 * @param dispersion estimated dispersion, at least 1
 * @param largest largest count that was fitted
 * @param weeks number of weeks fitted
 */
record QuasiPoisson(double expected, double dispersion, double largest, int weeks) {

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
    double mean = Math.exp(regression.predict(regression.row(now - first)));
    double phi = Math.max(1, regression.dispersion(weights));
    return new QuasiPoisson(mean, phi, regression.largest(), keep);
  }

  /** Least squares by Cholesky on a small matrix; columns: level, seasonal levels, trend. */
  private static final class Regression {
    private final double[] y;
    private final double[][] x;
    private final int[] level;
    private final boolean trend;
    private final int columns;
    private final double middle;
    private final double[] mu;
    private double[] beta;
    private double[][] root = new double[0][0];

    Regression(int[] counts, int first, int[] weeks, int[] level, int periods, boolean trend) {
      this.level = level;
      this.trend = trend;
      this.columns = periods + (trend ? 1 : 0);
      this.middle = level.length / 2.0;
      this.y = new double[weeks.length];
      this.x = new double[weeks.length][];
      this.mu = new double[weeks.length];
      for (int i = 0; i < weeks.length; i++) {
        y[i] = counts[first + weeks[i]];
        x[i] = row(weeks[i]);
      }
      this.beta = new double[columns];
    }

    double[] row(int k) {
      double[] row = new double[columns];
      int periods = columns - (trend ? 1 : 0);
      row[level[k] >= 0 ? level[k] : periods - 1] = 1;
      if (trend) {
        row[columns - 1] = (k - middle) / middle;
      }
      return row;
    }

    double largest() {
      return Arrays.stream(y).max().orElse(0);
    }

    double predict(double[] row) {
      double sum = 0;
      for (int c = 0; c < columns; c++) {
        sum += row[c] * beta[c];
      }
      return sum;
    }

    void solve(double[] weights) {
      for (int i = 0; i < y.length; i++) {
        mu[i] = y[i] + 0.1;
      }
      double before = Double.POSITIVE_INFINITY;
      for (int step = 0; step < 50; step++) {
        step(weights);
        double deviance = 0;
        for (int i = 0; i < y.length; i++) {
          mu[i] = Math.exp(Math.max(-40, predict(x[i])));
          deviance +=
              2 * weights[i] * ((y[i] > 0 ? y[i] * Math.log(y[i] / mu[i]) : 0) - y[i] + mu[i]);
        }
        if (Math.abs(deviance - before) < 1e-12 * (Math.abs(deviance) + 0.1)) {
          break;
        }
        before = deviance;
      }
    }

    private void step(double[] weights) {
      double[][] gram = new double[columns][columns];
      double[] cross = new double[columns];
      for (int i = 0; i < y.length; i++) {
        double w = weights[i] * mu[i];
        double z = Math.log(mu[i]) + (y[i] - mu[i]) / mu[i];
        for (int a = 0; a < columns; a++) {
          double wa = w * x[i][a];
          if (wa != 0) {
            cross[a] += wa * z;
            for (int b = 0; b <= a; b++) {
              gram[a][b] += wa * x[i][b];
            }
          }
        }
      }
      root = cholesky(gram);
      beta = back(root, forward(root, cross));
    }

    /** {@code row (X'WX)^-1 row'}. */
    double leverage(double[] row) {
      double[] half = forward(root, row);
      return Arrays.stream(half).map(value -> value * value).sum();
    }

    double dispersion(double[] weights) {
      double sum = 0;
      for (int i = 0; i < y.length; i++) {
        sum += weights[i] * (y[i] - mu[i]) * (y[i] - mu[i]) / mu[i];
      }
      return sum / (y.length - columns);
    }

    void reweight(double[] weights, double above) {
      double phi = Math.max(1, dispersion(weights));
      double[] s = new double[y.length];
      double sum = 0;
      for (int i = 0; i < y.length; i++) {
        double hat = weights[i] * mu[i] * leverage(x[i]);
        double residual =
            1.5 * (Math.cbrt(y[i] * y[i]) / Math.pow(mu[i], 1.0 / 6) - Math.sqrt(mu[i]));
        s[i] = residual / Math.sqrt(phi * (1 - hat));
        sum += s[i] > above ? 1 / (s[i] * s[i]) : 1;
      }
      double scale = y.length / sum;
      for (int i = 0; i < y.length; i++) {
        weights[i] = scale * (s[i] > above ? 1 / (s[i] * s[i]) : 1);
      }
    }

    private static double[][] cholesky(double[][] gram) {
      int n = gram.length;
      double[][] root = new double[n][n];
      for (int a = 0; a < n; a++) {
        for (int b = 0; b <= a; b++) {
          double sum = gram[a][b];
          for (int k = 0; k < b; k++) {
            sum -= root[a][k] * root[b][k];
          }
          if (a == b && !(sum > 0)) {
            throw new InvalidInput(
                Reason.NO_VARIATION, "the earlier weeks do not tell trend and season apart");
          }
          root[a][b] = a == b ? Math.sqrt(sum) : sum / root[b][b];
        }
      }
      return root;
    }

    private static double[] forward(double[][] root, double[] right) {
      double[] out = right.clone();
      for (int a = 0; a < out.length; a++) {
        for (int k = 0; k < a; k++) {
          out[a] -= root[a][k] * out[k];
        }
        out[a] /= root[a][a];
      }
      return out;
    }

    private static double[] back(double[][] root, double[] right) {
      double[] out = right.clone();
      for (int a = out.length - 1; a >= 0; a--) {
        for (int k = a + 1; k < out.length; k++) {
          out[a] -= root[k][a] * out[k];
        }
        out[a] /= root[a][a];
      }
      return out;
    }
  }
}
