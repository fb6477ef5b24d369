package org.cscc.analysis.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cscc.analysis.Caution;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;
import org.cscc.analysis.Progress;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Require;

/**
 * Suppression of tables that share cells, protected in one run: what one table hides, another can
 * give away by difference. Everything that may be hidden is hidden first, then cells are given back
 * one by one, totals and large counts first, as long as a {@link LinkedAttacker} still finds for
 * each small count an interval that covers {@code [least, threshold]}. The outcome is safe, and no
 * single cell more could be shown; a quite different set might hide fewer.
 *
 * @param hidden cells to hide
 * @param primary those among them that are small
 * @param cells number of hidden cells
 * @param narrowest width of the narrowest interval of a small count; -1 when none is small
 * @param provenance method and settings
 */
@SuppressWarnings("ArrayRecordComponent")
public record LinkedSuppression(
    boolean[] hidden, boolean[] primary, int cells, long narrowest, Provenance provenance) {

  /**
   * Suppresses.
   *
   * @param threshold counts from 1 to one less are small
   * @param least what the reader knows hidden cells to be at least: 0 where zeros may be hidden, 1
   *     where every zero shows
   * @throws InvalidInput when even with everything hidden a small count can be worked out
   */
  public static LinkedSuppression of(LinkedTables tables, int threshold, int least) {
    Require.between("threshold", threshold, 1, 1_000_000);
    Require.between("least", least, 0, 1);
    Search search = new Search(tables, threshold, least);
    search.run();
    int cells = 0;
    for (boolean cell : search.hidden) {
      cells += cell ? 1 : 0;
    }
    long narrowest = -1;
    LinkedAttacker attacker = new LinkedAttacker(tables, search.hidden, least);
    for (int i = 0; i < search.primary.length; i++) {
      if (search.primary[i]) {
        Attacker.Interval ends = attacker.interval(i);
        long width = ends.upper() - ends.lower();
        narrowest = narrowest < 0 ? width : Math.min(narrowest, width);
      }
    }
    return new LinkedSuppression(
        search.hidden,
        search.primary,
        cells,
        narrowest,
        Provenance.of("Joint suppression of linked tables", cells, Caution.PUBLISHED_TOGETHER)
            .with("threshold", threshold)
            .with("least_known", least)
            .with("tables_sums", tables.sums().size()));
  }

  /** The search; it keeps for each small count two tables that a reader can not rule out. */
  private static final class Search {
    private final LinkedTables tables;
    private final int threshold;
    private final int least;
    private final boolean[] primary;
    private final boolean[] hidden;
    private final long[][] low;
    private final long[][] high;

    Search(LinkedTables tables, int threshold, int least) {
      this.tables = tables;
      this.threshold = threshold;
      this.least = least;
      this.primary = tables.small(threshold);
      this.hidden = new boolean[tables.cells()];
      this.low = new long[hidden.length][];
      this.high = new long[hidden.length][];
    }

    void run() {
      List<Integer> open = new ArrayList<>();
      boolean[] totals = tables.totals();
      for (int i = 0; i < hidden.length; i++) {
        hidden[i] = primary[i] || tables.values()[i] >= least;
        if (hidden[i] && !primary[i]) {
          open.add(i);
        }
      }
      for (int i = 0; i < hidden.length; i++) {
        if (primary[i] && !protects(i)) {
          throw new InvalidInput(
              Reason.INFEASIBLE, "even with everything hidden cell " + i + " can be worked out");
        }
      }
      // Zeros say the most and cost nobody anything: shown wherever that is safe, right after
      // totals.
      open.sort(
          Comparator.comparing((Integer i) -> !totals[i])
              .thenComparing(i -> tables.values()[i] != 0)
              .thenComparingInt(i -> -tables.values()[i]));
      Progress.Steps steps = Progress.begin("cells", open.size());
      for (int cell : open) {
        steps.step();
        hidden[cell] = false;
        if (!stillSafe(cell)) {
          hidden[cell] = true;
        }
      }
    }

    /**
     * Only a small count whose kept tables differ from the truth in the cell must be asked anew.
     */
    private boolean stillSafe(int shown) {
      long[][] lowBefore = low.clone();
      long[][] highBefore = high.clone();
      for (int i = 0; i < primary.length; i++) {
        boolean ask =
            primary[i]
                && (low[i][shown] != tables.values()[shown]
                    || high[i][shown] != tables.values()[shown]);
        if (ask && !protects(i)) {
          System.arraycopy(lowBefore, 0, low, 0, low.length);
          System.arraycopy(highBefore, 0, high, 0, high.length);
          return false;
        }
      }
      return true;
    }

    private boolean protects(int cell) {
      LinkedAttacker attacker = new LinkedAttacker(tables, hidden, least);
      low[cell] = attacker.extreme(cell, false);
      high[cell] = attacker.extreme(cell, true);
      return low[cell][cell] <= least && high[cell][cell] >= threshold;
    }
  }
}
