package org.cscc.analysis.density;

import java.util.Arrays;
import org.cscc.analysis.Require;

/** Points sorted from south to north, those with equal coordinates merged into one weight. */
final class Points {
  final double[] x;
  final double[] y;
  final double[] weight;
  final double total;

  private Points(double[] x, double[] y, double[] weight, double total) {
    this.x = x;
    this.y = y;
    this.weight = weight;
    this.total = total;
  }

  static Points of(double[] x, double[] y, double[] weights) {
    Require.sameLength("y", x.length, y.length);
    Require.sameLength("weights", x.length, weights.length);
    Require.finite("x", x);
    Require.finite("y", y);
    Require.nonNegative("weights", weights);
    int[] order = byNorth(x, y);
    double[] px = new double[x.length];
    double[] py = new double[x.length];
    double[] pw = new double[x.length];
    int size = 0;
    double total = 0;
    for (int i : order) {
      total += weights[i];
      if (size > 0 && px[size - 1] == x[i] && py[size - 1] == y[i]) {
        pw[size - 1] += weights[i];
      } else {
        px[size] = x[i];
        py[size] = y[i];
        pw[size++] = weights[i];
      }
    }
    return new Points(
        Arrays.copyOf(px, size), Arrays.copyOf(py, size), Arrays.copyOf(pw, size), total);
  }

  int size() {
    return x.length;
  }

  /** Index of the first point at or north of a place. */
  int firstAtOrNorthOf(double north) {
    int low = 0;
    int high = y.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (y[middle] < north) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Sorts indices by north, then east, on primitive keys. */
  private static int[] byNorth(double[] x, double[] y) {
    int n = x.length;
    double[] sorted = y.clone();
    Arrays.sort(sorted);
    int[] start = new int[n];
    int[] order = new int[n];
    int distinct = 0;
    for (int i = 0; i < n; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[distinct] = sorted[i];
        start[distinct++] = i;
      }
    }
    int[] next = start.clone();
    for (int i = 0; i < n; i++) {
      order[next[Arrays.binarySearch(sorted, 0, distinct, y[i] + 0.0)]++] = i;
    }
    for (int d = 0; d < distinct; d++) {
      int to = d + 1 < distinct ? start[d + 1] : n;
      if (to - start[d] > 1) {
        sortByEast(order, start[d], to, x);
      }
    }
    return order;
  }

  private static void sortByEast(int[] order, int from, int to, double[] x) {
    Integer[] same = new Integer[to - from];
    Arrays.setAll(same, i -> order[from + i]);
    Arrays.sort(same, (a, b) -> Double.compare(x[a], x[b]));
    for (int i = 0; i < same.length; i++) {
      order[from + i] = same[i];
    }
  }
}
