package org.cscc.referrals;

import java.util.ArrayList;
import java.util.List;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.disclosure.Suppression;
import org.jspecify.annotations.Nullable;

/**
 * A table of counts, with small ones hidden or not (R-SUP-01, R-SUP-03). There are no sums in it.
 * Where the table allows it, what is hidden can not be worked out even by who knows every sum of a
 * row and of a column.
 *
 * @param columns the states, in their order
 */
record Tally(List<ReferralState> columns, List<Row> rows) {
  /** The states, in the order in which they stand in a table. */
  static final List<ReferralState> COLUMNS = List.of(ReferralState.values());

  /** Counts from 1 to one less are told inside a team only. */
  static final int THRESHOLD = 10;

  /** How many sets of hidden cells are looked through for a cheaper one. */
  private static final int LIMIT = 100;

  /**
   * A row.
   *
   * @param name what it counts: the number of an area, {@code *} for all other areas, or a kind of
   *     help
   * @param cells null where the count is hidden
   */
  record Row(String name, List<@Nullable Integer> cells) {
    /** The number of the area that it counts. */
    public int area() {
      return Integer.parseInt(name);
    }
  }

  /** A table in which every count is told. */
  static Tally exact(List<String> names, int[][] counts) {
    return of(names, counts, new boolean[counts.length][COLUMNS.size()]);
  }

  /** A table in which small counts, and whatever gives them away, are hidden. */
  static Tally guarded(List<String> names, int[][] counts) {
    return of(names, counts, names.isEmpty() ? new boolean[0][0] : hidden(counts));
  }

  private static boolean[][] hidden(int[][] counts) {
    try {
      return Suppression.of(counts, THRESHOLD, 0, Suppression.Cost.CELLS, LIMIT).hidden();
    } catch (InvalidInput tooLittle) {
      // A row that is small as a whole hides nothing from who knows its sum; but no sum is told.
      return withNext(counts);
    }
  }

  /**
   * R-SUP-03 to the letter: small counts are hidden, and where exactly one cell of a row or column
   * is, the next smallest above zero, too, until that is nowhere so.
   */
  private static boolean[][] withNext(int[][] counts) {
    boolean[][] hidden = new boolean[counts.length][counts[0].length];
    for (int row = 0; row < counts.length; row++) {
      for (int column = 0; column < counts[row].length; column++) {
        hidden[row][column] = counts[row][column] > 0 && counts[row][column] < THRESHOLD;
      }
    }
    boolean more = true;
    while (more) {
      more = false;
      for (int row = 0; row < counts.length; row++) {
        int[][] line = new int[counts[row].length][];
        for (int column = 0; column < line.length; column++) {
          line[column] = new int[] {row, column};
        }
        more |= hideNext(counts, hidden, line);
      }
      for (int column = 0; column < counts[0].length; column++) {
        int[][] line = new int[counts.length][];
        for (int row = 0; row < line.length; row++) {
          line[row] = new int[] {row, column};
        }
        more |= hideNext(counts, hidden, line);
      }
    }
    return hidden;
  }

  /** Hides the next smallest cell of a line in which exactly one is hidden; false when none was. */
  private static boolean hideNext(int[][] counts, boolean[][] hidden, int[][] line) {
    int alone = 0;
    int[] next = {-1, -1};
    for (int[] cell : line) {
      int count = counts[cell[0]][cell[1]];
      if (hidden[cell[0]][cell[1]]) {
        alone++;
      } else if (count > 0 && (next[0] < 0 || count < counts[next[0]][next[1]])) {
        next = cell;
      }
    }
    if (alone != 1 || next[0] < 0) {
      return false;
    }
    hidden[next[0]][next[1]] = true;
    return true;
  }

  private static Tally of(List<String> names, int[][] counts, boolean[][] hidden) {
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < counts.length; row++) {
      List<@Nullable Integer> cells = new ArrayList<>();
      for (int column = 0; column < counts[row].length; column++) {
        cells.add(hidden[row][column] ? null : counts[row][column]);
      }
      rows.add(new Row(names.get(row), cells));
    }
    return new Tally(COLUMNS, rows);
  }
}
