package org.cscc.analysis.autocorrelation;

/** How much a neighbour counts in the global statistics. */
public enum Weights {
  /** Every neighbour counts one. */
  BINARY,
  /** The neighbours of a place share one. */
  ROWS_SUM_TO_ONE;

  double of(Neighbours neighbours, int place) {
    return this == BINARY ? 1 : 1.0 / neighbours.count(place);
  }

  /**
   * The sums of Cliff and Ord (1981): {@code S0 = sum w_ij}, {@code S1 = sum (w_ij + w_ji)^2 / 2},
   * {@code S2 = sum (w_i. + w_.i)^2}.
   */
  Sums sums(Neighbours neighbours) {
    int n = neighbours.n();
    double s0 = 0;
    double s1 = 0;
    double[] margins = new double[n];
    for (int i = 0; i < n; i++) {
      for (int e = neighbours.from[i]; e < neighbours.from[i + 1]; e++) {
        int j = neighbours.to[e];
        double w = of(neighbours, i);
        boolean back =
            java.util.Arrays.binarySearch(
                    neighbours.to, neighbours.from[j], neighbours.from[j + 1], i)
                >= 0;
        s0 += w;
        s1 += w * w + (back ? w * of(neighbours, j) : 0);
        margins[i] += w;
        margins[j] += w;
      }
    }
    double s2 = 0;
    for (double margin : margins) {
      s2 += margin * margin;
    }
    return new Sums(s0, s1, s2);
  }

  /** See {@link #sums}. */
  record Sums(double s0, double s1, double s2) {}
}
