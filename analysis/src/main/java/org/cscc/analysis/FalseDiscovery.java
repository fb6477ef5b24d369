package org.cscc.analysis;

import java.util.Arrays;

/**
 * Adjusts many p values at once so that, of what is called significant at {@code q}, about a share
 * {@code q} is false (Benjamini and Hochberg 1995, J. R. Stat. Soc. B 57:289; for maps Caldas de
 * Castro and Singer 2006).
 */
public final class FalseDiscovery {
  private FalseDiscovery() {}

  /**
   * Adjusted values in the order of the input: {@code q_(i) = min over j >= i of (m / j) p_(j)}.
   * NaN (nothing was tested) stays NaN and does not count.
   *
   * @throws InvalidInput for a value outside 0..1
   */
  public static double[] adjust(double[] p) {
    int[] order = new int[p.length];
    int m = 0;
    for (int i = 0; i < p.length; i++) {
      if (!Double.isNaN(p[i])) {
        if (p[i] < 0 || p[i] > 1) {
          throw new InvalidInput(
              InvalidInput.Reason.OUT_OF_RANGE, "p[" + i + "] = " + p[i] + " is not in 0..1");
        }
        order[m++] = i;
      }
    }
    Integer[] ranked = new Integer[m];
    Arrays.setAll(ranked, i -> order[i]);
    Arrays.sort(ranked, (a, b) -> Double.compare(p[b], p[a]));
    double[] q = new double[p.length];
    Arrays.fill(q, Double.NaN);
    double least = 1;
    for (int i = 0; i < m; i++) {
      least = Math.min(least, p[ranked[i]] * m / (m - i));
      q[ranked[i]] = least;
    }
    return q;
  }
}
