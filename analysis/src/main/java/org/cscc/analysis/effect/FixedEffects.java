package org.cscc.analysis.effect;

/**
 * Takes two sets of group means out of a variable, with weights, by turns until nothing is left to
 * take (alternating projections). One turn suffices for a balanced panel with equal weights.
 */
final class FixedEffects {
  private static final int TURNS = 20_000;

  private final int[] unit;
  private final int[] time;
  private final int units;
  private final int times;

  FixedEffects(int[] unit, int[] time, int units, int times) {
    this.unit = unit;
    this.time = time;
    this.units = units;
    this.times = times;
  }

  int units() {
    return units;
  }

  int times() {
    return times;
  }

  /** What is left of the values. */
  double[] without(double[] values, double[] weights) {
    double[] left = values.clone();
    for (int turn = 0; turn < TURNS; turn++) {
      double moved = take(left, weights, unit, units) + take(left, weights, time, times);
      if (moved < 1e-14 * Math.max(1, largest(values))) {
        break;
      }
    }
    return left;
  }

  private static double take(double[] left, double[] weights, int[] group, int groups) {
    double[] sum = new double[groups];
    double[] weight = new double[groups];
    for (int i = 0; i < left.length; i++) {
      sum[group[i]] += weights[i] * left[i];
      weight[group[i]] += weights[i];
    }
    double moved = 0;
    for (int g = 0; g < groups; g++) {
      sum[g] = weight[g] > 0 ? sum[g] / weight[g] : 0;
      moved = Math.max(moved, Math.abs(sum[g]));
    }
    for (int i = 0; i < left.length; i++) {
      left[i] -= sum[group[i]];
    }
    return moved;
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
