package org.cscc.analysis.autocorrelation;

import java.util.Arrays;

/** Sums kept in order while single ones change, so that a rank is found by halving. */
final class SortedSums {
  private final double[] sorted;

  SortedSums(double[] sums) {
    sorted = sums.clone();
    Arrays.sort(sorted);
  }

  int size() {
    return sorted.length;
  }

  /** Moves only what lies between the old sum and the new one. */
  void replace(double old, double sum) {
    if (sum > old) {
      int from = upTo(old) - 1;
      int to = below(sum) - 1;
      System.arraycopy(sorted, from + 1, sorted, from, to - from);
      sorted[to] = sum;
    } else if (sum < old) {
      int from = below(old);
      int to = upTo(sum);
      System.arraycopy(sorted, to, sorted, to + 1, from - to);
      sorted[to] = sum;
    }
  }

  /** How many are less than a value. */
  int below(double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How many are at most a value. */
  int upTo(double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
