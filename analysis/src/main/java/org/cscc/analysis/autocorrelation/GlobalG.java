package org.cscc.analysis.autocorrelation;

import org.cscc.analysis.Caution;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Require;

/**
 * Global G with binary weights (Getis and Ord 1992, Geogr. Anal. 24:189): {@code G = sum w_ij x_i
 * x_j / sum_{i != j} x_i x_j}, high when high values lie together. Moments under randomisation.
 *
 * @param g the statistic
 * @param mean {@code S0 / (n (n - 1))}
 * @param variance its variance
 * @param z (g - mean) / sqrt(variance)
 * @param provenance method and settings
 */
public record GlobalG(double g, double mean, double variance, double z, Provenance provenance) {

  /**
   * Computes G.
   *
   * @throws InvalidInput for fewer than four places, a negative value, all values equal, or fewer
   *     than two values above zero
   */
  public static GlobalG of(Neighbours neighbours, double[] values) {
    Moments moments = Moments.of(neighbours, values, 4);
    Require.nonNegative("values", values);
    double n = moments.n();
    double m1 = moments.sum();
    double m2 = moments.sumOfSquares();
    double m3 = 0;
    double m4 = 0;
    double together = 0;
    for (int i = 0; i < values.length; i++) {
      double x = values[i];
      m3 += x * x * x;
      m4 += x * x * x * x;
      together += x * neighbours.sum(i, values);
    }
    double all = m1 * m1 - m2;
    if (all <= 0) {
      throw new InvalidInput(Reason.NO_VARIATION, "fewer than two values above zero");
    }
    Weights.Sums w = Weights.BINARY.sums(neighbours);
    if (w.s0() == 0) {
      throw new InvalidInput(Reason.NO_VARIATION, "no place has a neighbour");
    }
    double s02 = w.s0() * w.s0();
    double b0 = (n * n - 3 * n + 3) * w.s1() - n * w.s2() + 3 * s02;
    double b1 = -((n * n - n) * w.s1() - 2 * n * w.s2() + 6 * s02);
    double b2 = -(2 * n * w.s1() - (n + 3) * w.s2() + 6 * s02);
    double b3 = 4 * (n - 1) * w.s1() - 2 * (n + 1) * w.s2() + 8 * s02;
    double b4 = w.s1() - w.s2() + s02;
    double square =
        (b0 * m2 * m2 + b1 * m4 + b2 * m1 * m1 * m2 + b3 * m1 * m3 + b4 * m1 * m1 * m1 * m1)
            / (all * all * n * (n - 1) * (n - 2) * (n - 3));
    double mean = w.s0() / (n * (n - 1));
    double variance = square - mean * mean;
    double g = together / all;
    return new GlobalG(
        g,
        mean,
        variance,
        (g - mean) / Math.sqrt(variance),
        Provenance.of("Global G (Getis and Ord 1992)", moments.n(), Caution.NOT_A_CAUSE)
            .with("weights", Weights.BINARY));
  }
}
