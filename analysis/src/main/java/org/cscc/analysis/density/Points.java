package org.cscc.analysis.density;

import java.util.Arrays;
import org.cscc.analysis.Require;

/** Points sorted from south to north, those with equal coordinates merged into one weight. */
final class Points {
  private static final int MANY = 40;

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
    Points points = inBuckets(x, y, weights);
    return points.merged();
  }

  /** Equal coordinates, which blocks and corners give, become one point. */
  private Points merged() {
    int size = 0;
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += weight[i];
      if (size > 0 && x[size - 1] == x[i] && y[size - 1] == y[i]) {
        weight[size - 1] += weight[i];
      } else {
        x[size] = x[i];
        y[size] = y[i];
        weight[size++] = weight[i];
      }
    }
    return new Points(
        Arrays.copyOf(x, size), Arrays.copyOf(y, size), Arrays.copyOf(weight, size), sum);
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

  /** Sorted by north, then east: dealt into equally wide buckets, each of which is sorted. */
  private static Points inBuckets(double[] x, double[] y, double[] weights) {
    int n = x.length;
    int[] from = new int[n + 2];
    int[] bucket = buckets(y);
    for (int i = 0; i < n; i++) {
      from[bucket[i] + 1]++;
    }
    for (int b = 0; b <= n; b++) {
      from[b + 1] += from[b];
    }
    Points points = new Points(new double[n], new double[n], new double[n], 0);
    int[] next = from.clone();
    for (int i = 0; i < n; i++) {
      int at = next[bucket[i]]++;
      points.x[at] = x[i];
      points.y[at] = y[i];
      points.weight[at] = weights[i];
    }
    for (int b = 0; b <= n; b++) {
      points.sort(from[b], from[b + 1]);
    }
    return points;
  }

  /** As many buckets as points, and one more for the northernmost. */
  private static int[] buckets(double[] y) {
    double south = Double.POSITIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    for (double value : y) {
      south = Math.min(south, value);
      north = Math.max(north, value);
    }
    double perHeight = north > south ? y.length / (north - south) : 0;
    int[] bucket = new int[y.length];
    for (int i = 0; i < y.length; i++) {
      bucket[i] = (int) Math.min(y.length, (y[i] - south) * perHeight);
    }
    return bucket;
  }

  private void sort(int from, int to) {
    if (to - from > MANY) {
      sortMany(from, to);
      return;
    }
    for (int i = from + 1; i < to; i++) {
      double px = x[i];
      double py = y[i];
      double pw = weight[i];
      int at = i;
      for (; at > from && comesAfter(at - 1, px, py); at--) {
        x[at] = x[at - 1];
        y[at] = y[at - 1];
        weight[at] = weight[at - 1];
      }
      x[at] = px;
      y[at] = py;
      weight[at] = pw;
    }
  }

  private boolean comesAfter(int i, double px, double py) {
    return y[i] > py || (y[i] == py && x[i] > px);
  }

  private void sortMany(int from, int to) {
    Integer[] order = new Integer[to - from];
    Arrays.setAll(order, i -> from + i);
    Arrays.sort(
        order, (a, b) -> comesAfter(a, x[b], y[b]) ? 1 : comesAfter(b, x[a], y[a]) ? -1 : 0);
    for (double[] column : new double[][] {x, y, weight}) {
      double[] before = Arrays.copyOfRange(column, from, to);
      for (int i = from; i < to; i++) {
        column[i] = before[order[i - from] - from];
      }
    }
  }
}
