package org.cscc.analysis.autocorrelation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.cscc.analysis.Require;

/**
 * The exact distribution of the sum of {@code k} counts drawn without replacement from the counts
 * of all places but one. {@code ways[j][s]} is the number of sets of {@code j} places with sum
 * {@code s}; adding the places that hold the value {@code v}, {@code h} in number, takes {@code
 * ways'[j][s] = sum_m C(h, m) ways[j - m][s - m v]}.
 */
final class SumDistribution {
  private final Neighbours neighbours;
  private final int[] counts;
  private final int[] histogram;
  private final int most;

  SumDistribution(Neighbours neighbours, int[] counts) {
    this.neighbours = neighbours;
    this.counts = counts;
    int largest = 0;
    for (int count : counts) {
      largest = Math.max(largest, count);
    }
    Require.between("largest count", largest, 0, 100_000);
    histogram = new int[largest + 1];
    for (int count : counts) {
      histogram[count]++;
    }
    most = neighbours.largestCount();
  }

  /** Both tails folded at the middle rank, for every place; NaN for an island. */
  double[] foldedP() {
    Map<Integer, double[][]> ways = new HashMap<>();
    double[] p = new double[counts.length];
    for (int i = 0; i < p.length; i++) {
      int k = neighbours.count(i);
      p[i] = Double.NaN;
      if (k > 0) {
        int sum = 0;
        for (int e = neighbours.from[i]; e < neighbours.from[i + 1]; e++) {
          sum += counts[neighbours.to[e]];
        }
        p[i] = folded(ways.computeIfAbsent(counts[i], this::waysWithout)[k], sum);
      }
    }
    return p;
  }

  private static double folded(double[] ways, int sum) {
    double below = 0;
    double above = 0;
    for (int s = 0; s < ways.length; s++) {
      if (s < sum) {
        below += ways[s];
      } else if (s > sum) {
        above += ways[s];
      }
    }
    double all = below + above + ways[sum];
    return Math.min(1, 2 * (Math.min(below, above) + ways[sum] / 2) / all);
  }

  private double[][] waysWithout(int own) {
    int[] rest = histogram.clone();
    rest[own]--;
    int width = reachable(rest) + 1;
    double[][] ways = new double[most + 1][width];
    ways[0][0] = 1;
    for (int value = 0; value < rest.length; value++) {
      if (rest[value] > 0) {
        add(ways, value, rest[value]);
      }
    }
    return ways;
  }

  /** The largest sum of {@code most} counts. */
  private int reachable(int[] rest) {
    int sum = 0;
    int left = most;
    for (int value = rest.length - 1; value > 0 && left > 0; value--) {
      int taken = Math.min(left, rest[value]);
      sum += taken * value;
      left -= taken;
    }
    return sum;
  }

  private void add(double[][] ways, int value, int places) {
    double[] choose = new double[most + 1];
    choose[0] = 1;
    for (int m = 1; m <= most; m++) {
      choose[m] = choose[m - 1] * Math.max(0, places - m + 1) / m;
    }
    for (int j = most; j > 0; j--) {
      double[] into = ways[j];
      for (int m = 1; m <= j && choose[m] > 0; m++) {
        double[] before = ways[j - m];
        int shift = m * value;
        for (int s = into.length - 1; s >= shift; s--) {
          into[s] += choose[m] * before[s - shift];
        }
      }
    }
  }

  @Override
  public String toString() {
    return "sums of up to " + most + " of " + Arrays.stream(histogram).sum() + " counts";
  }
}
