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
    double[] sorted = new double[p.length];
    int m = 0;
    for (int i = 0; i < p.length; i++) {
      if (!Double.isNaN(p[i])) {
        if (p[i] < 0 || p[i] > 1) {
          throw new InvalidInput(
              InvalidInput.Reason.OUT_OF_RANGE, "p[" + i + "] = " + p[i] + " is not in 0..1");
        }
        // -0.0 would be sorted apart from 0.0, to which it is equal.
        sorted[m++] = p[i] + 0.0;
      }
    }
    Arrays.parallelSort(sorted, 0, m);
    // Equal p have equal q, so each distinct p is kept once, where its last one stood.
    double[] adjusted = new double[m];
    double least = 1;
    int first = m;
    for (int i = m - 1; i >= 0; i--) {
      least = Math.min(least, sorted[i] * m / (i + 1));
      if (i == m - 1 || sorted[i] != sorted[i + 1]) {
        first--;
        adjusted[first] = least;
        sorted[first] = sorted[i];
      }
    }
    int from = first;
    int to = m;
    double[] q = new double[p.length];
    Arrays.setAll(
        q,
        i ->
            Double.isNaN(p[i])
                ? Double.NaN
                : adjusted[Arrays.binarySearch(sorted, from, to, p[i] + 0.0)]);
    return q;
  }
}
