package org.cscc.analysis.scan;

/**
 * The log likelihood ratio of a window (Kulldorff 1997, Commun. Stat. Theory Methods 26:1481):
 * {@code c ln(c/E) + (C - c) ln((C - c)/(C - E))} for {@code c > E}, else 0; and, for a value to
 * beat, the largest expectation at which a count still beats it, so that a scan compares numbers
 * instead of taking logarithms. One object serves one thread.
 */
final class Likelihood {
  private final int total;
  private final double[] limit;
  private final double[] atFloor;
  private final boolean[] known;
  private double floor;
  private double best;
  private int highest;

  Likelihood(int total) {
    this.total = total;
    this.limit = new double[total + 1];
    this.atFloor = new double[total + 1];
    this.known = new boolean[total + 1];
  }

  static double ratio(int c, double expected, int total) {
    if (c <= expected || expected <= 0) {
      return 0;
    }
    double inside = c * Math.log(c / expected);
    return c == total ? inside : inside + (total - c) * Math.log((total - c) / (total - expected));
  }

  /** Starts again; only what is better than the floor beats. */
  void reset(double value) {
    if (value != floor) {
      floor = value;
      java.util.Arrays.fill(atFloor, 0);
    }
    best = value;
    forget();
  }

  private void forget() {
    java.util.Arrays.fill(known, 0, highest + 1, false);
    highest = 0;
  }

  double best() {
    return best;
  }

  /** Whether a window beats the best so far; if so it becomes the best. */
  boolean beats(int c, double expected) {
    if (expected >= limit(c)) {
      return false;
    }
    double ratio = ratio(c, expected, total);
    if (ratio <= best) {
      return false;
    }
    best = ratio;
    forget();
    return true;
  }

  /** The expectation from which on a count no longer beats the best. */
  double limit(int c) {
    if (!known[c]) {
      limit[c] = best == floor ? atFloor(c) : solve(c);
      known[c] = true;
      highest = Math.max(highest, c);
    }
    return limit[c];
  }

  private double atFloor(int c) {
    if (atFloor[c] == 0) {
      atFloor[c] = solve(c);
    }
    return atFloor[c];
  }

  /** Newton's way from the left: the ratio falls and is convex in the expectation. */
  private double solve(int c) {
    if (best == 0) {
      return c;
    }
    double expected = c * Math.exp(-1 - best / c);
    for (int step = 0; step < 60; step++) {
      double above = ratio(c, expected, total) - best;
      double slope = -c / expected + (total - c) / (total - expected);
      double next = expected - above / slope;
      if (!(next > expected * (1 + 1e-13)) || next >= c) {
        break;
      }
      expected = next;
    }
    return Math.min(c, expected * (1 + 1e-9));
  }
}
