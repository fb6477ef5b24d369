package org.cscc.analysis.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;

/**
 * One data set for each start, on top of each other.
 *
 * @param effects area and period effects of each data set
 * @param treatment 1 from the start on in the areas that start
 * @param outcome as in the panel
 * @param area as in the panel, the cluster
 * @param parameters number of coefficients
 */
@SuppressWarnings("ArrayRecordComponent")
record Stack(
    FixedEffects effects, double[] treatment, double[] outcome, int[] area, int parameters) {

  static Stack of(Panel panel, int before, int after) {
    int[] start = starts(panel);
    List<int[]> rows = new ArrayList<>();
    int sets = 0;
    for (int first : Arrays.stream(start).filter(s -> s >= 0).distinct().sorted().toArray()) {
      if (first >= before && first + after <= panel.periods()) {
        List<int[]> set = rowsOf(panel, start, first, before, after, sets);
        boolean controls = set.stream().anyMatch(row -> start[panel.area()[row[0]]] != first);
        if (controls) {
          rows.addAll(set);
          sets++;
        }
      }
    }
    if (sets == 0) {
      throw new InvalidInput(Reason.INFEASIBLE, "no start has its whole window and a control area");
    }
    return assemble(panel, start, rows, sets);
  }

  /** First treated period of each area; -1 for never. */
  static int[] starts(Panel panel) {
    int[] start = new int[panel.areas()];
    Arrays.fill(start, -1);
    for (int i = 0; i < panel.rows(); i++) {
      int area = panel.area()[i];
      if (panel.treatment()[i] > 0 && (start[area] < 0 || panel.period()[i] < start[area])) {
        start[area] = panel.period()[i];
      }
    }
    return start;
  }

  /** Rows as (row of the panel, data set, start). */
  private static List<int[]> rowsOf(
      Panel panel, int[] start, int first, int before, int after, int set) {
    List<int[]> rows = new ArrayList<>();
    for (int i = 0; i < panel.rows(); i++) {
      int period = panel.period()[i];
      int own = start[panel.area()[i]];
      boolean clean = own == first || own < 0 || own >= first + after;
      if (clean && period >= first - before && period < first + after) {
        rows.add(new int[] {i, set, first});
      }
    }
    return rows;
  }

  private static Stack assemble(Panel panel, int[] start, List<int[]> rows, int sets) {
    int n = rows.size();
    int[] unit = new int[n];
    int[] time = new int[n];
    int[] area = new int[n];
    double[] treatment = new double[n];
    double[] outcome = new double[n];
    for (int r = 0; r < n; r++) {
      int[] row = rows.get(r);
      area[r] = panel.area()[row[0]];
      unit[r] = row[1] * panel.areas() + area[r];
      time[r] = row[1] * panel.periods() + panel.period()[row[0]];
      outcome[r] = panel.outcome()[row[0]];
      treatment[r] = start[area[r]] == row[2] && panel.period()[row[0]] >= row[2] ? 1 : 0;
    }
    long used = Arrays.stream(unit).distinct().count() + Arrays.stream(time).distinct().count();
    FixedEffects effects =
        new FixedEffects(unit, time, sets * panel.areas(), sets * panel.periods());
    return new Stack(effects, treatment, outcome, area, (int) used - sets + 1);
  }
}
