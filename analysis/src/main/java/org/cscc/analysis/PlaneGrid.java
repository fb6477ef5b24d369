package org.cscc.analysis;

import java.util.function.IntConsumer;

/**
 * Points of the plane sorted into square cells, for finding what lies near in time proportional to
 * what is found. Cells are hashed by sorting, so an outlying point costs nothing.
 */
final class PlaneGrid {
  private static final long COLUMN = 1L << 32;

  private final double cell;
  private final long[] keys;
  private final int[] points;

  PlaneGrid(double[] x, double[] y, double cell) {
    this.cell = cell;
    int n = x.length;
    long[] keyOf = new long[n];
    for (int i = 0; i < n; i++) {
      keyOf[i] = key(index(x[i]), index(y[i]));
    }
    keys = keyOf.clone();
    java.util.Arrays.sort(keys);
    points = new int[n];
    int[] taken = new int[n];
    for (int i = 0; i < n; i++) {
      int first = firstAtOrAfter(keyOf[i]);
      points[first + taken[first]++] = i;
    }
  }

  /** The points cell by cell: those near each other in the plane are near each other here too. */
  int[] ranked() {
    return points.clone();
  }

  /** The end of the ranks in the cell of a rank and the one north of it. */
  int endOfColumn(int rank) {
    return firstAtOrAfter(keys[rank] + 2);
  }

  /** The first rank in the three cells east of a rank. */
  int eastFrom(int rank) {
    return firstAtOrAfter(keys[rank] + COLUMN - 1);
  }

  /** The end of the ranks in the three cells east of a rank. */
  int eastTo(int rank) {
    return firstAtOrAfter(keys[rank] + COLUMN + 2);
  }

  /** Every point in the nine cells around a place, in ascending order within each cell. */
  void forEachAround(double x, double y, IntConsumer visitor) {
    long column = index(x);
    long row = index(y);
    for (long c = column - 1; c <= column + 1; c++) {
      int from = firstAtOrAfter(key(c, row - 1));
      long last = key(c, row + 1);
      for (int at = from; at < keys.length && keys[at] <= last; at++) {
        visitor.accept(points[at]);
      }
    }
  }

  private long index(double coordinate) {
    return (long) Math.floor(coordinate / cell);
  }

  private static long key(long column, long row) {
    return column * COLUMN + row;
  }

  private int firstAtOrAfter(long key) {
    int low = 0;
    int high = keys.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (keys[middle] < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
