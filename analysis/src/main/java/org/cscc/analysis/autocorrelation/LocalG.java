package org.cscc.analysis.autocorrelation;

import org.cscc.analysis.Caution;
import org.cscc.analysis.FalseDiscovery;
import org.cscc.analysis.Normal;
import org.cscc.analysis.Provenance;

/**
 * M-4: Getis and Ord's local statistics (Ord and Getis 1995, Geogr. Anal. 27:286) with binary
 * weights. {@code Gi*} counts the place itself: {@code z_i = (S_i - xbar W_i) / (s sqrt((n W_i -
 * W_i^2)/(n - 1)))} with {@code S_i} the sum over the place and its neighbours, {@code W_i} their
 * number, {@code s^2 = sum x^2/n - xbar^2}. {@code Gi} leaves the place out of sum, mean and
 * variance. The permutation columns hold the place fixed and deal all other values at random over
 * the rest of the map: mean {@code k m + x_i}, variance {@code k (n - 1 - k)/(n - 2) v}, with mean
 * and variance of all other values; the z of that distribution is the z of Gi.
 *
 * @param z z of Gi*
 * @param p two-sided normal p of Gi*
 * @param q p adjusted for testing every place (Benjamini and Hochberg)
 * @param giZ z of Gi; NaN for an island
 * @param sum sum over the place and its neighbours
 * @param permutationMean exact mean of the sum under conditional permutation
 * @param permutationVariance its exact variance
 * @param provenance method and settings
 */
@SuppressWarnings("ArrayRecordComponent")
public record LocalG(
    double[] z,
    double[] p,
    double[] q,
    double[] giZ,
    double[] sum,
    double[] permutationMean,
    double[] permutationVariance,
    Provenance provenance) {

  /**
   * Computes Gi* and Gi for every place.
   *
   * @param values one for each place, for example counts
   * @throws org.cscc.analysis.InvalidInput for fewer than three places, a value that is no number,
   *     or all values equal
   */
  public static LocalG of(Neighbours neighbours, double[] values) {
    Moments moments = Moments.of(neighbours, values, 3);
    int n = moments.n();
    double[] z = new double[n];
    double[] p = new double[n];
    double[] giZ = new double[n];
    double[] sum = new double[n];
    double[] mean = new double[n];
    double[] variance = new double[n];
    // From deviations: of values that are almost equal, squares would keep no digit.
    double[] dev = moments.deviations(values);
    double squares = 0;
    for (double d : dev) {
      squares += d * d;
    }
    double s = Math.sqrt(squares / n);
    for (int i = 0; i < n; i++) {
      int k = neighbours.count(i);
      double w = k + 1.0;
      double around = neighbours.sum(i, values);
      sum[i] = around + values[i];
      double sd = s * Math.sqrt((n * w - w * w) / (n - 1));
      z[i] = sd > 0 ? (neighbours.sum(i, dev) + dev[i]) / sd : Double.NaN;
      p[i] = Normal.twoSided(z[i]);
      double rest = moments.varianceWithout(values[i]);
      mean[i] = k * moments.meanWithout(values[i]) + values[i];
      variance[i] = k * (n - 1.0 - k) / (n - 2.0) * rest;
      giZ[i] = variance[i] > 0 ? (sum[i] - mean[i]) / Math.sqrt(variance[i]) : Double.NaN;
    }
    return new LocalG(
        z,
        p,
        FalseDiscovery.adjust(p),
        giZ,
        sum,
        mean,
        variance,
        Provenance.of("Gi* (Ord and Getis 1995)", n, Caution.MANY_TESTS)
            .with("weights", "binary, self included")
            .with("edges", neighbours.edges())
            .with("islands", neighbours.islands()));
  }
}
