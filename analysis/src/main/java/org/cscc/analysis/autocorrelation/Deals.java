package org.cscc.analysis.autocorrelation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cscc.analysis.Progress;

/**
 * The sums that one table of random places gives for every place. A draw {@code j} means the place
 * {@code j} for all places after it and {@code j + 1} for the others, which are to leave themselves
 * out. So going from one place to the next changes only the few sums in which that very number was
 * drawn: the sums are carried along, not made anew.
 */
final class Deals {
  private static final int STRETCHES = 4;

  private final Neighbours neighbours;
  private final double[] values;
  private final int[][] draws;
  private final boolean kept;
  private final int[] from;
  private final int[] replica;

  /**
   * A table of draws.
   *
   * @param draws {@code draws[k][r]}: the k-th number below n - 1 of permutation r
   * @param kept whether the place keeps its value, or its own seat is drawn too
   */
  Deals(Neighbours neighbours, double[] values, int[][] draws, boolean kept) {
    this.neighbours = neighbours;
    this.values = values;
    this.draws = draws;
    this.kept = kept;
    this.from = new int[values.length + 1];
    this.replica = new int[draws.length == 0 ? 0 : draws.length * draws[0].length];
    sortByDraw();
  }

  private void sortByDraw() {
    for (int[] row : draws) {
      for (int j : row) {
        from[j + 1]++;
      }
    }
    for (int j = 0; j < values.length; j++) {
      from[j + 1] += from[j];
    }
    int[] next = from.clone();
    for (int[] row : draws) {
      for (int r = 0; r < row.length; r++) {
        replica[next[row[r]]++] = r;
      }
    }
  }

  /** Both tails folded at the middle rank, for every place; NaN for an island. */
  double[] foldedP() {
    int n = values.length;
    double[] p = new double[n];
    Arrays.fill(p, Double.NaN);
    int[] sizes =
        IntStream.range(0, n).map(neighbours::count).filter(k -> k > 0).distinct().toArray();
    int stretches = Math.min(STRETCHES, n);
    Progress.Steps steps = Progress.begin("places", (long) n * sizes.length);
    IntStream.range(0, stretches * sizes.length)
        .parallel()
        .forEach(
            task -> {
              int stretch = task / sizes.length;
              int first = (int) ((long) n * stretch / stretches);
              int end = (int) ((long) n * (stretch + 1) / stretches);
              fold(sizes[task % sizes.length], first, end, p, steps);
            });
    return p;
  }

  /** The p of the places of a stretch that have {@code size} neighbours. */
  private void fold(int size, int first, int end, double[] p, Progress.Steps steps) {
    int seats = size + (kept ? 0 : 1);
    double[] sums = new double[draws[0].length];
    for (int r = 0; r < sums.length; r++) {
      sums[r] = sum(first, seats, r);
    }
    SortedSums sorted = new SortedSums(sums);
    for (int i = first; i < end; i++) {
      for (int at = i == first ? 0 : from[i - 1]; i > first && at < from[i]; at++) {
        int r = replica[at];
        double sum = sum(i, seats, r);
        sorted.replace(sums[r], sum);
        sums[r] = sum;
      }
      steps.step();
      if (neighbours.count(i) == size) {
        p[i] = folded(sorted, neighbours.sum(i, values) + (kept ? 0 : values[i]));
      }
    }
  }

  private double sum(int i, int seats, int r) {
    double sum = 0;
    for (int d = 0; d < seats; d++) {
      int j = draws[d][r];
      sum += values[j + (j >= i ? 1 : 0)];
    }
    return sum;
  }

  private static double folded(SortedSums sums, double observed) {
    double slack = 1e-12 * Math.abs(observed);
    int below = sums.below(observed - slack);
    int above = sums.size() - sums.upTo(observed + slack);
    double middle = (sums.size() - below - above + 1) / 2.0;
    return Math.min(1, 2 * (Math.min(below, above) + middle) / (sums.size() + 1));
  }
}
