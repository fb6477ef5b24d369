package org.cscc.analysis.disclosure;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.cscc.analysis.Require;

/**
 * Reads a two-dimensional table like somebody who knows every shown cell, all row and column totals
 * and a least value of hidden cells, and works out between which ends each hidden cell must lie. An
 * end is found exactly, as a largest flow: raising one hidden cell means lowering others in its row
 * and column, and so on around the table.
 */
public final class Attacker {
  private static final long UNLIMITED = Long.MAX_VALUE / 4;

  private final int[][] table;
  private final boolean[][] hidden;
  private final int least;
  private final int rows;
  private final int columns;

  /**
   * The ends of a hidden cell.
   *
   * @param lower smallest value that fits
   * @param upper largest value that fits
   */
  public record Interval(long lower, long upper) {
    /** Whether the interval reaches from one value to another. */
    public boolean covers(long from, long to) {
      return lower <= from && upper >= to;
    }
  }

  /**
   * An attack on a table.
   *
   * @param table the true counts
   * @param hidden which cells are hidden
   * @param least what the reader knows every hidden cell to be at least: 0, or 1 when zeros show
   * @throws org.cscc.analysis.InvalidInput for an empty or ragged table, or a negative count
   */
  public Attacker(int[][] table, boolean[][] hidden, int least) {
    Suppression.check(table, least);
    Require.sameLength("hidden", table.length, hidden.length);
    for (boolean[] row : hidden) {
      Require.sameLength("hidden row", table[0].length, row.length);
    }
    this.table = table;
    this.hidden = hidden;
    this.least = least;
    this.rows = table.length;
    this.columns = table[0].length;
  }

  /** Between which ends a hidden cell must lie; a shown cell is what it is. */
  public Interval interval(int row, int column) {
    Require.known("row", row, rows);
    Require.known("column", column, columns);
    long value = table[row][column];
    if (!hidden[row][column]) {
      return new Interval(value, value);
    }
    long up = flow(row, column, true);
    long down = flow(row, column, false);
    return new Interval(Math.max(Math.min(value, least), value - down), value + up);
  }

  /**
   * Largest flow from the row's node to the column's node without the cell itself. To raise the
   * cell, a step from a row to a column lowers a cell (as far as its value goes) and a step from a
   * column to a row raises one; to lower the cell it is the other way round.
   */
  private long flow(int row, int column, boolean raise) {
    int nodes = rows + columns;
    long[][] left = new long[nodes][nodes];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        if (hidden[r][c] && !(r == row && c == column)) {
          long give = Math.max(0, table[r][c] - least);
          left[r][rows + c] = raise ? give : UNLIMITED;
          left[rows + c][r] = raise ? UNLIMITED : give;
        }
      }
    }
    long most = raise ? UNLIMITED : Math.max(0, table[row][column] - least);
    long total = 0;
    int[] from = new int[nodes];
    while (total < most && reach(left, row, rows + column, from)) {
      long step = most - total;
      for (int node = rows + column; node != row; node = from[node]) {
        step = Math.min(step, left[from[node]][node]);
      }
      for (int node = rows + column; node != row; node = from[node]) {
        left[from[node]][node] -= step;
        left[node][from[node]] += step;
      }
      total += step;
    }
    return total;
  }

  private static boolean reach(long[][] left, int start, int goal, int[] from) {
    Arrays.fill(from, -1);
    from[start] = start;
    ArrayDeque<Integer> waiting = new ArrayDeque<>();
    waiting.add(start);
    while (!waiting.isEmpty() && from[goal] < 0) {
      int node = waiting.remove();
      for (int next = 0; next < left.length; next++) {
        if (from[next] < 0 && left[node][next] > 0) {
          from[next] = node;
          waiting.add(next);
        }
      }
    }
    return from[goal] >= 0;
  }
}
