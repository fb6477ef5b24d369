package org.cscc.analysis.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cscc.analysis.Caution;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Require;

/**
 * Suppression of a two-dimensional table whose row and column totals are published (Fischetti and
 * Salazar 1999, Math. Program. 84:283). Primary: every count above zero and below the threshold.
 * Complementary: further cells, until an {@link Attacker} finds for each primary cell an interval
 * that covers {@code [least, threshold]}. A zero is hidden only where nothing else protects.
 *
 * <p>Hiding more never makes a table less safe. So the search first hides everything, gives cells
 * back as long as the table stays safe, and then looks for a cheaper set in order of cost; when it
 * looks through all of them within its limit the answer is {@link #proven}.
 *
 * @param hidden the cells to hide
 * @param primary those among them that are small
 * @param cells number of hidden cells
 * @param value sum of the hidden counts
 * @param proven whether no cheaper safe set exists
 * @param provenance method and settings
 */
@SuppressWarnings("ArrayRecordComponent")
public record Suppression(
    boolean[][] hidden,
    boolean[][] primary,
    int cells,
    long value,
    boolean proven,
    Provenance provenance) {

  /** What is to be as small as possible. */
  public enum Cost {
    /** The number of hidden cells, among equals the sum of their counts. */
    CELLS,
    /** The sum of the hidden counts. */
    VALUE
  }

  /**
   * Suppresses a table.
   *
   * @param table counts by row and column, without totals
   * @param threshold counts from 1 to one less are small
   * @param least what the reader knows hidden cells to be at least: 0 where zeros may be hidden, 1
   *     where every zero shows
   * @param limit how many sets to look through for a cheaper one, such as 100,000
   * @throws InvalidInput for an empty table, a negative count, or one that can not be protected
   */
  public static Suppression of(int[][] table, int threshold, int least, Cost cost, int limit) {
    check(table, least);
    Require.between("threshold", threshold, 1, 1_000_000);
    Require.nonNegative("limit", limit);
    boolean[][] primary = new boolean[table.length][table[0].length];
    for (int r = 0; r < table.length; r++) {
      for (int c = 0; c < table[0].length; c++) {
        primary[r][c] = table[r][c] > 0 && table[r][c] < threshold;
      }
    }
    Search search = new Search(table, primary, threshold, least, cost, limit);
    boolean[][] hidden = search.run();
    int cells = 0;
    long value = 0;
    for (int r = 0; r < table.length; r++) {
      for (int c = 0; c < table[0].length; c++) {
        cells += hidden[r][c] ? 1 : 0;
        value += hidden[r][c] ? table[r][c] : 0;
      }
    }
    return new Suppression(
        hidden,
        primary,
        cells,
        value,
        search.proven,
        Provenance.of(
                "Cell suppression (Fischetti and Salazar 1999)", cells, Caution.PUBLISHED_TOGETHER)
            .with("threshold", threshold)
            .with("least_known", least)
            .with("cost", cost));
  }

  static void check(int[][] table, int least) {
    Require.atLeast("rows", 1, table.length);
    Require.atLeast("columns", 1, table[0].length);
    Require.between("least", least, 0, 1);
    for (int[] row : table) {
      Require.sameLength("row", table[0].length, row.length);
      Require.nonNegative("counts", row);
    }
  }

  /** Whether every primary cell's interval covers {@code [least, threshold]}. */
  static boolean safe(
      int[][] table, boolean[][] primary, boolean[][] hidden, int threshold, int least) {
    Attacker attacker = new Attacker(table, hidden, least);
    for (int r = 0; r < table.length; r++) {
      for (int c = 0; c < table[0].length; c++) {
        if (primary[r][c] && !attacker.interval(r, c).covers(least, threshold)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The search for a cheap safe set. */
  private static final class Search {
    private final int[][] table;
    private final boolean[][] primary;
    private final int threshold;
    private final int least;
    private final List<int[]> candidates = new ArrayList<>();
    private final long[] cost;
    private int left;
    private long best;
    private boolean[][] bestSet;
    private boolean proven = true;

    Search(int[][] table, boolean[][] primary, int threshold, int least, Cost cost, int limit) {
      this.table = table;
      this.primary = primary;
      this.threshold = threshold;
      this.least = least;
      this.left = limit;
      long all = 1;
      for (int r = 0; r < table.length; r++) {
        for (int c = 0; c < table[0].length; c++) {
          all += table[r][c];
          if (!primary[r][c] && table[r][c] >= least) {
            candidates.add(new int[] {r, c});
          }
        }
      }
      long sum = all;
      candidates.sort(Comparator.comparingLong(cell -> price(cell, cost, sum)));
      this.cost = candidates.stream().mapToLong(cell -> price(cell, cost, sum)).toArray();
      this.bestSet = copy(primary);
    }

    private long price(int[] cell, Cost kind, long all) {
      int value = table[cell[0]][cell[1]];
      long price = kind == Cost.CELLS ? all + value : value;
      return value == 0 ? price + all * (candidates.size() + 1) : price;
    }

    boolean[][] run() {
      if (isSafe(primary)) {
        return copy(primary);
      }
      boolean[][] set = copy(primary);
      candidates.forEach(cell -> set[cell[0]][cell[1]] = true);
      if (!isSafe(set)) {
        throw new InvalidInput(
            Reason.INFEASIBLE, "even with every cell hidden a small count can be worked out");
      }
      for (int k = candidates.size() - 1; k >= 0; k--) {
        int[] cell = candidates.get(k);
        set[cell[0]][cell[1]] = false;
        if (!isSafe(set)) {
          set[cell[0]][cell[1]] = true;
          best += cost[k];
        }
      }
      bestSet = copy(set);
      deepen(0, 0, copy(primary));
      return bestSet;
    }

    /** Sets in order of their cells' cost; a branch that can not be cheaper is left. */
    private void deepen(int from, long spent, boolean[][] set) {
      for (int k = from; k < candidates.size(); k++) {
        if (spent + cost[k] >= best) {
          return;
        }
        if (left-- <= 0) {
          proven = false;
          return;
        }
        int[] cell = candidates.get(k);
        set[cell[0]][cell[1]] = true;
        if (isSafe(set)) {
          best = spent + cost[k];
          bestSet = copy(set);
        } else {
          deepen(k + 1, spent + cost[k], set);
        }
        set[cell[0]][cell[1]] = false;
      }
    }

    private boolean isSafe(boolean[][] set) {
      return safe(table, primary, set, threshold, least);
    }

    private static boolean[][] copy(boolean[][] set) {
      boolean[][] copy = new boolean[set.length][];
      java.util.Arrays.setAll(copy, r -> set[r].clone());
      return copy;
    }
  }
}
