package org.cscc.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cscc.analysis.disclosure.Attacker;
import org.cscc.analysis.disclosure.Suppression;

/** Suppresses the table of a case and attacks it. */
final class SuppressionCase {
  private static final int LIMIT = 1_000_000;

  private SuppressionCase() {}

  static CaseAnswer answer(CaseFolder folder) {
    Columns input = folder.input("table");
    List<String> names = input.names().subList(1, input.names().size());
    int[][] table = new int[input.size()][names.size()];
    for (int c = 0; c < names.size(); c++) {
      int[] column = input.integers(names.get(c));
      for (int r = 0; r < column.length; r++) {
        table[r][c] = column[r];
      }
    }
    int threshold = folder.setting("threshold").asInt();
    Suppression cells = Suppression.of(table, threshold, 0, Suppression.Cost.CELLS, LIMIT);
    Suppression value = Suppression.of(table, threshold, 0, Suppression.Cost.VALUE, LIMIT);
    Map<String, Object> alone = intervals(table, cells.primary());
    return new CaseAnswer()
        .value("threshold", threshold)
        .value("primary", new ArrayList<>(alone.keySet()))
        .value("min_cells", cells.cells())
        .value("min_value", value.value())
        .value("primary_only_intervals", alone)
        .value("primary_only_unsafe", unsafe(table, cells.primary(), threshold))
        .value("optimal_by_cells", pattern(table, cells, threshold))
        .value("optimal_by_value", pattern(table, value, threshold));
  }

  private static Map<String, Object> pattern(int[][] table, Suppression got, int threshold) {
    List<List<Integer>> rows = new ArrayList<>();
    for (boolean[] row : got.hidden()) {
      List<Integer> marks = new ArrayList<>();
      for (boolean hidden : row) {
        marks.add(hidden ? 1 : 0);
      }
      rows.add(marks);
    }
    List<String> open = unsafe(table, got.hidden(), threshold);
    boolean[][] primary = got.primary();
    open.removeIf(
        cell -> {
          String[] at = cell.split(",", -1);
          return !primary[Integer.parseInt(at[0]) - 1][Integer.parseInt(at[1]) - 1];
        });
    return CaseAnswer.object(
        "status", got.proven() ? 0 : 1,
        "suppressed_cells", got.cells(),
        "suppressed_value", got.value(),
        "safe", open.isEmpty(),
        "one_optimal_pattern", rows,
        "attacker_intervals", intervals(table, got.hidden()));
  }

  private static Map<String, Object> intervals(int[][] table, boolean[][] hidden) {
    Attacker attacker = new Attacker(table, hidden, 0);
    Map<String, Object> intervals = new LinkedHashMap<>();
    for (int r = 0; r < table.length; r++) {
      for (int c = 0; c < table[0].length; c++) {
        if (hidden[r][c]) {
          Attacker.Interval ends = attacker.interval(r, c);
          intervals.put((r + 1) + "," + (c + 1), List.of(ends.lower(), ends.upper()));
        }
      }
    }
    return intervals;
  }

  private static List<String> unsafe(int[][] table, boolean[][] hidden, int threshold) {
    Attacker attacker = new Attacker(table, hidden, 0);
    List<String> unsafe = new ArrayList<>();
    for (int r = 0; r < table.length; r++) {
      for (int c = 0; c < table[0].length; c++) {
        if (hidden[r][c] && !attacker.interval(r, c).covers(0, threshold)) {
          unsafe.add((r + 1) + "," + (c + 1));
        }
      }
    }
    return unsafe;
  }
}
