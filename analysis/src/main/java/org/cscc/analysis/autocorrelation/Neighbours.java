package org.cscc.analysis.autocorrelation;

import java.util.Arrays;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;
import org.cscc.analysis.Require;

/**
 * Who is next to whom, as binary weights without self: the neighbours of place {@code i} are {@code
 * to[from[i]] .. to[from[i + 1] - 1]}, ascending. Need not be symmetric; a place without neighbours
 * is an island.
 */
public final class Neighbours {
  final int[] from;
  final int[] to;

  private Neighbours(int[] from, int[] to) {
    this.from = from;
    this.to = to;
  }

  /**
   * From directed edges.
   *
   * @param n number of places
   * @param i start of each edge, from 0
   * @param j end of each edge, from 0
   * @throws InvalidInput for an unknown place, an edge to oneself or an edge given twice
   */
  public static Neighbours ofEdges(int n, int[] i, int[] j) {
    Require.atLeast("places", 1, n);
    Require.sameLength("ends of edges", i.length, j.length);
    int[] from = new int[n + 1];
    for (int e = 0; e < i.length; e++) {
      check(n, i[e], j[e]);
      from[i[e] + 1]++;
    }
    for (int k = 0; k < n; k++) {
      from[k + 1] += from[k];
    }
    int[] next = from.clone();
    int[] to = new int[i.length];
    for (int e = 0; e < i.length; e++) {
      to[next[i[e]]++] = j[e];
    }
    for (int k = 0; k < n; k++) {
      Arrays.sort(to, from[k], from[k + 1]);
      for (int e = from[k] + 1; e < from[k + 1]; e++) {
        if (to[e] == to[e - 1]) {
          throw new InvalidInput(Reason.DUPLICATE_ID, "edge " + k + "-" + to[e] + " given twice");
        }
      }
    }
    return new Neighbours(from, to);
  }

  private static void check(int n, int i, int j) {
    if (i < 0 || i >= n || j < 0 || j >= n) {
      throw new InvalidInput(Reason.UNKNOWN_ID, "edge " + i + "-" + j + " leaves 0.." + (n - 1));
    }
    if (i == j) {
      throw new InvalidInput(Reason.OUT_OF_RANGE, "place " + i + " can not neighbour itself");
    }
  }

  /** Number of places. */
  public int n() {
    return from.length - 1;
  }

  /** Number of directed edges. */
  public int edges() {
    return to.length;
  }

  /** Number of neighbours of a place. */
  public int count(int place) {
    Require.known("place", place, n());
    return from[place + 1] - from[place];
  }

  /** The largest number of neighbours of any place. */
  public int largestCount() {
    int largest = 0;
    for (int i = 0; i < n(); i++) {
      largest = Math.max(largest, count(i));
    }
    return largest;
  }

  /** Number of places without neighbours. */
  public int islands() {
    int islands = 0;
    for (int i = 0; i < n(); i++) {
      islands += count(i) == 0 ? 1 : 0;
    }
    return islands;
  }

  /** The neighbours of a place, ascending. */
  public int[] of(int place) {
    Require.known("place", place, n());
    return Arrays.copyOfRange(to, from[place], from[place + 1]);
  }

  /** Sum of a value over the neighbours of a place. */
  double sum(int place, double[] values) {
    double sum = 0;
    for (int e = from[place]; e < from[place + 1]; e++) {
      sum += values[to[e]];
    }
    return sum;
  }
}
