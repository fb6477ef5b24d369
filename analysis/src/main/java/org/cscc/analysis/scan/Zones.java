package org.cscc.analysis.scan;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The circles of a scan: around each place its neighbours by distance, places at the same distance
 * entering together, while the circle holds at most a share of all the weight and is no wider than
 * a radius. {@code end[centre][k]} is true where a circle ends with the k-th place.
 */
final class Zones {
  private static final double TIE = 1e-10;

  final int[][] order;
  final boolean[][] end;
  final double[][] distance;

  Zones(ScanLocations locations, double[] weight, double maxShare, double maxRadius) {
    int n = locations.n();
    order = new int[n][];
    end = new boolean[n][];
    distance = new double[n][];
    double most = maxShare * Arrays.stream(weight).sum() * (1 + 1e-12);
    IntStream.range(0, n)
        .parallel()
        .forEach(centre -> grow(centre, locations, weight, most, maxRadius));
  }

  private void grow(
      int centre, ScanLocations locations, double[] weight, double most, double maxRadius) {
    int n = locations.n();
    double[] far = new double[n];
    Integer[] within = new Integer[n];
    int size = 0;
    for (int i = 0; i < n; i++) {
      far[i] = locations.distance(centre, i);
      if (far[i] <= maxRadius) {
        within[size++] = i;
      }
    }
    Arrays.sort(within, 0, size, (a, b) -> Double.compare(far[a], far[b]));
    boolean[] ends = new boolean[size];
    int last = 0;
    double held = 0;
    for (int k = 0; k < size && held <= most; k++) {
      held += weight[within[k]];
      boolean tied =
          k + 1 < size && far[within[k + 1]] - far[within[k]] <= TIE * (1 + far[within[k]]);
      ends[k] = !tied && held <= most;
      last = ends[k] ? k + 1 : last;
    }
    order[centre] = new int[last];
    distance[centre] = new double[last];
    for (int k = 0; k < last; k++) {
      order[centre][k] = within[k];
      distance[centre][k] = far[within[k]];
    }
    end[centre] = Arrays.copyOf(ends, last);
  }
}
