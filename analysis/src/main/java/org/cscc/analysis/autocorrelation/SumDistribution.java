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
 * <p>One table of all places serves everybody. A set either holds the place itself, which has the
 * value {@code v}, or it does not, so the sets without it number {@code ways[k][s] - ways[k - 1][s
 * - v] + ways[k - 2][s - 2v] - ...}; the same holds for the sums over a tail, so a place costs
 * {@code k} look-ups. A place is in few of all sets, so hardly a digit is lost; where more than
 * four digits would be, the table without this place is made by adding alone.
 *
 * <p>Sums beyond the largest that any place has around it are one class. Every set of {@code j}
 * places is scaled by the power {@code 2^(-j shift)}, which costs no digit and keeps large numbers
 * of neighbours in range.
 */
final class SumDistribution {
  private static final int MOST_NEIGHBOURS = 600;
  private static final double DIGITS_KEPT = 1e-4;
  private static final double FAR_BEYOND = 1.5;

  private final Neighbours neighbours;
  private final int[] counts;
  private final int[] values;
  private final int[] places;
  private final int[] sums;
  private final int most;
  private final int width;
  private final double scale;

  SumDistribution(Neighbours neighbours, int[] counts) {
    this.neighbours = neighbours;
    this.counts = counts;
    int largest = Arrays.stream(counts).max().orElse(0);
    Require.between("largest count", largest, 0, 100_000);
    most = neighbours.largestCount();
    Require.between("largest number of neighbours", most, 0, MOST_NEIGHBOURS);
    int[] histogram = new int[largest + 1];
    for (int count : counts) {
      histogram[count]++;
    }
    values = IntStream.rangeClosed(0, largest).filter(v -> histogram[v] > 0).toArray();
    places = Arrays.stream(values).map(v -> histogram[v]).toArray();
    sums = new int[counts.length];
    int reached = 0;
    for (int i = 0; i < counts.length; i++) {
      for (int e = neighbours.from[i]; e < neighbours.from[i + 1]; e++) {
        sums[i] += counts[neighbours.to[e]];
      }
      reached = Math.max(reached, sums[i]);
    }
    width = reached + 2;
    scale = Math.scalb(1.0, Math.getExponent(Math.max(1, most) / (double) counts.length));
  }

  /** Both tails folded at the middle rank, for every place; NaN for an island. */
  double[] foldedP() {
    Tables all = tables(-1);
    double[] sets = sets(counts.length - 1);
    double[] p = new double[counts.length];
    Arrays.parallelSetAll(
        p,
        i -> {
          int k = neighbours.count(i);
          return k == 0 ? Double.NaN : all.folded(k, sums[i], counts[i], sets[k]);
        });
    Tables[] without = new Tables[values.length];
    for (int i = 0; i < p.length; i++) {
      if (p[i] < 0) {
        int value = Arrays.binarySearch(values, counts[i]);
        if (without[value] == null) {
          without[value] = tables(value);
        }
        int k = neighbours.count(i);
        p[i] = without[value].folded(k, sums[i], sets[k]);
      }
    }
    return p;
  }

  /** The scaled number of sets of each size among so many places. */
  private double[] sets(int among) {
    double[] sets = new double[most + 1];
    sets[0] = 1;
    for (int j = 1; j <= most; j++) {
      sets[j] = sets[j - 1] * scale * Math.max(0, among - j + 1) / j;
    }
    return sets;
  }

  /** The table of all places, or of all but one that holds a certain value. */
  private Tables tables(int leftOut) {
    double[][] ways = new double[most + 1][width];
    ways[0][0] = 1;
    int held = 0;
    for (int v = 0; v < values.length; v++) {
      int holding = places[v] - (v == leftOut ? 1 : 0);
      held += holding;
      add(ways, values[v], holding, Math.min(most, held));
    }
    return new Tables(ways, scale);
  }

  private void add(double[][] ways, int value, int holding, int reach) {
    double[] choose = new double[reach + 1];
    choose[0] = 1;
    int end = 0;
    while (end < Math.min(reach, holding)) {
      end++;
      choose[end] = choose[end - 1] * scale * (holding - end + 1) / end;
    }
    for (int j = reach; j > 0; j--) {
      for (int m = 1; m <= Math.min(j, end); m++) {
        add(ways[j], ways[j - m], (int) Math.min(width, (long) m * value), choose[m]);
      }
    }
  }

  /** The last class takes all that would lie beyond it. */
  private static void add(double[] into, double[] before, int shift, double times) {
    int last = into.length - 1;
    int end = Math.max(0, last - shift);
    for (int s = 0; s < end; s++) {
      into[s + shift] += times * before[s];
    }
    double beyond = 0;
    for (int s = end; s <= last; s++) {
      beyond += before[s];
    }
    into[last] += times * beyond;
  }

  /** The ways, and how many lie below and from each sum on. */
  private static final class Tables {
    private final double[][] ways;
    private final double[][] below;
    private final double[][] from;
    private final double scale;

    Tables(double[][] ways, double scale) {
      this.ways = ways;
      this.scale = scale;
      below = new double[ways.length][];
      from = new double[ways.length][];
      for (int j = 0; j < ways.length; j++) {
        int n = ways[j].length;
        below[j] = new double[n + 1];
        from[j] = new double[n + 1];
        for (int s = 0; s < n; s++) {
          below[j][s + 1] = below[j][s] + ways[j][s];
        }
        for (int s = n - 1; s >= 0; s--) {
          from[j][s] = from[j][s + 1] + ways[j][s];
        }
      }
    }

    /** The p of a place that is not in this table. */
    double folded(int k, int sum, double sets) {
      double tail = Math.min(below[k][sum], from[k][sum + 1]);
      return Math.min(1, 2 * (tail + ways[k][sum] / 2) / sets);
    }

    /**
     * The p of a place that is: its own sets are taken away.
     *
     * @return a negative number if that would cost too many digits
     */
    double folded(int k, int sum, int own, double sets) {
      boolean low = below[k][sum] <= from[k][sum + 1];
      double twice = 0;
      double sign = 1;
      for (int m = 0; m <= k; m++) {
        long at = sum - (long) m * own;
        if (low && at < 0) {
          break;
        }
        int j = k - m;
        double equal = at < 0 ? 0 : ways[j][(int) at];
        double tail = low ? below[j][(int) at] : from[j][(int) Math.max(0, at + 1)];
        twice += sign * (2 * tail + equal);
        sign *= -scale;
      }
      double tables = 2 * (low ? below[k][sum] : from[k][sum + 1]) + ways[k][sum];
      // The smaller tail with the place need not be the smaller one without it.
      return twice < DIGITS_KEPT * tables || twice > FAR_BEYOND * sets
          ? -1
          : Math.min(twice, 2 * sets - twice) / sets;
    }
  }

  @Override
  public String toString() {
    return "sums of up to " + most + " of " + counts.length + " counts";
  }
}
