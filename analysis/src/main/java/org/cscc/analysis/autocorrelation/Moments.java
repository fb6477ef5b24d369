package org.cscc.analysis.autocorrelation;

import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;
import org.cscc.analysis.Require;

/** Sums over all places that every statistic of this package starts from. */
record Moments(int n, double sum, double sumOfSquares, double mean) {

  static Moments of(Neighbours neighbours, double[] values, int least) {
    Require.atLeast("places", least, values.length);
    Require.sameLength("values", neighbours.n(), values.length);
    Require.finite("values", values);
    double sum = 0;
    double squares = 0;
    boolean vary = false;
    for (double value : values) {
      sum += value;
      squares += value * value;
      vary |= value != values[0];
    }
    if (!vary) {
      throw new InvalidInput(Reason.NO_VARIATION, "all values equal " + values[0]);
    }
    return new Moments(values.length, sum, squares, sum / values.length);
  }

  /** Deviations from the mean. */
  double[] deviations(double[] values) {
    double[] deviations = new double[n];
    for (int i = 0; i < n; i++) {
      deviations[i] = values[i] - mean;
    }
    return deviations;
  }

  /** Mean of all values but one. */
  double meanWithout(double value) {
    return (sum - value) / (n - 1);
  }

  /** Variance of all values but one, divided by their number. */
  double varianceWithout(double value) {
    double mean = meanWithout(value);
    return Math.max(0, (sumOfSquares - value * value) / (n - 1) - mean * mean);
  }
}
