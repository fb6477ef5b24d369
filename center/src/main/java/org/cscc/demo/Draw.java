package org.cscc.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws one of several values by their weights.
 *
 * @param <T> what is drawn
 */
final class Draw<T> {
  private final List<T> values;
  private final double[] upTo;

  Draw(List<T> values, List<Double> weights) {
    this.values = List.copyOf(values);
    this.upTo = new double[values.size()];
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += weights.get(i);
      upTo[i] = sum;
    }
  }

  T next(RandomGenerator random) {
    double at = random.nextDouble() * upTo[upTo.length - 1];
    for (int i = 0; i < upTo.length; i++) {
      if (at < upTo[i]) {
        return values.get(i);
      }
    }
    return values.getLast();
  }

  /** A count that is Poisson distributed, for means up to some hundreds. */
  static int poisson(double mean, RandomGenerator random) {
    double left = mean;
    int count = -1;
    while (left > 0 || count < 0) {
      count++;
      left -= random.nextExponential();
    }
    return count;
  }
}
