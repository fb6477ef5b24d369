package org.cscc.analysis.autocorrelation;

import org.cscc.analysis.Caution;
import org.cscc.analysis.FalseDiscovery;
import org.cscc.analysis.Normal;
import org.cscc.analysis.Provenance;

/**
 * Local Moran (Anselin 1995, Geogr. Anal. 27:93), rows of the weights summing to one: {@code I_i =
 * (z_i / m2) sum_j w_ij z_j} with {@code m2 = sum z^2 / n}. Two sets of moments: conditional on the
 * place's own value (Sokal, Oden and Thomson 1998), which tests use, and total (Anselin 1995).
 *
 * @param i the statistic; 0 for an island
 * @param mean conditional mean
 * @param variance conditional variance
 * @param z conditional z; NaN for an island
 * @param p two-sided normal p
 * @param q p adjusted for testing every place
 * @param totalMean mean over all permutations
 * @param totalVariance variance over all permutations
 * @param quadrant which side of the mean the place and its surroundings lie on
 * @param provenance method and settings
 */
@SuppressWarnings("ArrayRecordComponent")
public record LocalMoran(
    double[] i,
    double[] mean,
    double[] variance,
    double[] z,
    double[] p,
    double[] q,
    double[] totalMean,
    double[] totalVariance,
    Quadrant[] quadrant,
    Provenance provenance) {

  /** The place's own value first, then its surroundings. */
  public enum Quadrant {
    /** Above the mean among values above theirs. */
    HIGH_HIGH,
    /** Above the mean among values below theirs. */
    HIGH_LOW,
    /** Below the mean among values above theirs. */
    LOW_HIGH,
    /** Below the mean among values below theirs. */
    LOW_LOW;

    static Quadrant of(boolean high, boolean highAround) {
      return high ? (highAround ? HIGH_HIGH : HIGH_LOW) : highAround ? LOW_HIGH : LOW_LOW;
    }
  }

  /**
   * Computes local Moran for every place.
   *
   * @throws org.cscc.analysis.InvalidInput for fewer than three places, a value that is no number,
   *     or all values equal
   */
  public static LocalMoran of(Neighbours neighbours, double[] values) {
    Moments moments = Moments.of(neighbours, values, 3);
    int n = moments.n();
    double[] dev = moments.deviations(values);
    double m2 = 0;
    double m4 = 0;
    for (double d : dev) {
      m2 += d * d / n;
      m4 += d * d * d * d / n;
    }
    double b2 = m4 / (m2 * m2);
    double[][] out = new double[7][n];
    Quadrant[] quadrant = new Quadrant[n];
    for (int i = 0; i < n; i++) {
      int k = neighbours.count(i);
      double lag = k == 0 ? 0 : neighbours.sum(i, dev) / k;
      quadrant[i] = Quadrant.of(dev[i] > 0, lag > 0);
      double w = k == 0 ? 0 : 1;
      double w2 = k == 0 ? 0 : 1.0 / k;
      double own = dev[i] * dev[i];
      out[0][i] = dev[i] / m2 * lag;
      out[1][i] = -(own * w) / ((n - 1) * m2);
      out[2][i] = own / (m2 * m2) * (n / (n - 2.0)) * (w2 - w / (n - 1)) * (m2 - own / (n - 1));
      out[3][i] = k == 0 ? Double.NaN : (out[0][i] - out[1][i]) / Math.sqrt(out[2][i]);
      out[4][i] = Normal.twoSided(out[3][i]);
      out[5][i] = -w / (n - 1);
      out[6][i] =
          (n - b2) / (n - 1) * w2
              + (2 * b2 - n) / ((n - 1.0) * (n - 2)) * (w - w2)
              - w / ((n - 1.0) * (n - 1));
    }
    return new LocalMoran(
        out[0],
        out[1],
        out[2],
        out[3],
        out[4],
        FalseDiscovery.adjust(out[4]),
        out[5],
        out[6],
        quadrant,
        Provenance.of("Local Moran (Anselin 1995)", n, Caution.MANY_TESTS)
            .with("weights", "rows sum to one")
            .with("islands", neighbours.islands()));
  }
}
