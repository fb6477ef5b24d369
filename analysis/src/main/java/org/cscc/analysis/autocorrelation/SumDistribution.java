package org.cscc.analysis.autocorrelation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cscc.analysis.Require;

/**
 * The exact distribution of the sum of {@code k} counts drawn without replacement from the counts
 * of all places but one. {@code ways[j][s]} is the number of sets of {@code j} places with sum
 * {@code s}; adding the places that hold the value {@code v}, {@code h} in number, takes {@code
 * ways'[j][s] = sum_m C(h, m) ways[j - m][s - m v]}.
 *
 * <p>What is left out depends on the place's own value only. All distributions that leave one value
 * out come from halving: to go into one half of the values, add those of the other half. So each
 * value is added about {@code log2} of their number times, and nothing is ever taken away again,
 * which would cost digits.
 */
final class SumDistribution {
  private static final int APART = 8;

  private final Neighbours neighbours;
  private final int[] counts;
  private final int[] values;
  private final int[] places;
  private final int[][] holders;
  private final int most;
  private final int width;

  SumDistribution(Neighbours neighbours, int[] counts) {
    this.neighbours = neighbours;
    this.counts = counts;
    int largest = 0;
    for (int count : counts) {
      largest = Math.max(largest, count);
    }
    Require.between("largest count", largest, 0, 100_000);
    int[] histogram = new int[largest + 1];
    for (int count : counts) {
      histogram[count]++;
    }
    most = neighbours.largestCount();
    values = IntStream.rangeClosed(0, largest).filter(v -> histogram[v] > 0).toArray();
    places = Arrays.stream(values).map(v -> histogram[v]).toArray();
    holders = new int[largest + 1][];
    for (int value : values) {
      holders[value] = new int[histogram[value]];
    }
    for (int i = 0; i < counts.length; i++) {
      holders[counts[i]][--histogram[counts[i]]] = i;
    }
    width = reachable() + 1;
  }

  /** Both tails folded at the middle rank, for every place; NaN for an island. */
  double[] foldedP() {
    double[] p = new double[counts.length];
    Arrays.fill(p, Double.NaN);
    int largest = values[values.length - 1];
    double[][] none =
        IntStream.rangeClosed(0, most)
            .mapToObj(j -> new double[(int) Math.min(width, (long) j * largest + 1)])
            .toArray(double[][]::new);
    none[0][0] = 1;
    leaveOut(0, values.length, none, p);
    return p;
  }

  /** Has the ways of all values outside {@code from..to}, and judges the places that hold one. */
  private void leaveOut(int from, int to, double[][] ways, double[] p) {
    if (to - from == 1) {
      add(ways, values[from], places[from] - 1);
      judge(holders[values[from]], ways, p);
      return;
    }
    int middle = (from + to) / 2;
    IntStream halves = IntStream.of(from, middle);
    (to - from > APART ? halves.parallel() : halves)
        .forEach(
            half -> {
              double[][] more = Arrays.stream(ways).map(double[]::clone).toArray(double[][]::new);
              int other = half == from ? middle : from;
              for (int v = other; v < (half == from ? to : middle); v++) {
                add(more, values[v], places[v]);
              }
              leaveOut(half, half == from ? middle : to, more, p);
            });
  }

  private void judge(int[] holding, double[][] ways, double[] p) {
    double[][] below = new double[most + 1][];
    double[][] above = new double[most + 1][];
    for (int i : holding) {
      int k = neighbours.count(i);
      if (k > 0) {
        int sum = 0;
        for (int e = neighbours.from[i]; e < neighbours.from[i + 1]; e++) {
          sum += counts[neighbours.to[e]];
        }
        if (below[k] == null) {
          below[k] = before(ways[k]);
          above[k] = after(ways[k]);
        }
        double equal = ways[k][sum];
        double all = below[k][sum] + above[k][sum] + equal;
        double tail = Math.min(below[k][sum], above[k][sum]);
        p[i] = Math.min(1, 2 * (tail + equal / 2) / all);
      }
    }
  }

  private static double[] before(double[] ways) {
    double[] before = new double[ways.length];
    for (int s = 1; s < ways.length; s++) {
      before[s] = before[s - 1] + ways[s - 1];
    }
    return before;
  }

  private static double[] after(double[] ways) {
    double[] after = new double[ways.length];
    for (int s = ways.length - 2; s >= 0; s--) {
      after[s] = after[s + 1] + ways[s + 1];
    }
    return after;
  }

  /** The largest sum of {@code most} counts. */
  private int reachable() {
    int sum = 0;
    int left = most;
    for (int v = values.length - 1; v >= 0 && left > 0; v--) {
      int taken = Math.min(left, places[v]);
      sum += taken * values[v];
      left -= taken;
    }
    return sum;
  }

  private void add(double[][] ways, int value, int holding) {
    double[] choose = new double[most + 1];
    choose[0] = 1;
    for (int m = 1; m <= most; m++) {
      choose[m] = choose[m - 1] * Math.max(0, holding - m + 1) / m;
    }
    for (int j = most; j > 0; j--) {
      for (int m = 1; m <= j && choose[m] > 0; m++) {
        add(ways[j], ways[j - m], m * value, choose[m]);
      }
    }
  }

  private static void add(double[] into, double[] before, int shift, double times) {
    int end = Math.min(before.length, into.length - shift);
    for (int s = 0; s < end; s++) {
      into[s + shift] += times * before[s];
    }
  }

  @Override
  public String toString() {
    return "sums of up to " + most + " of " + counts.length + " counts";
  }
}
