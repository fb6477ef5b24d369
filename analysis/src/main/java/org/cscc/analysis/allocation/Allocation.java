package org.cscc.analysis.allocation;

import java.util.Arrays;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Require;

/**
 * Whole units for each area.
 *
 * @param units units of each area, in the order of the input
 * @param objective what the rule maximises; NaN for rules that have no objective
 * @param need need of each area
 * @param provenance method and settings
 */
@SuppressWarnings("ArrayRecordComponent")
public record Allocation(int[] units, double objective, double[] need, Provenance provenance) {

  /** Units for each unit of need. */
  public double[] unitsPerNeed() {
    double[] ratio = new double[units.length];
    Arrays.setAll(ratio, i -> need[i] > 0 ? units[i] / need[i] : 0);
    return ratio;
  }

  /** Units per need of the area that is worst off. */
  public double worstOff() {
    return Arrays.stream(unitsPerNeed()).min().orElse(Double.NaN);
  }

  /** Gini of units per need over the areas: 0 when each gets in proportion. */
  public double gini() {
    double[] ratio = unitsPerNeed();
    Arrays.sort(ratio);
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < ratio.length; i++) {
      sum += ratio[i];
      weighted += (i + 1) * ratio[i];
    }
    return sum == 0 ? 0 : (2 * weighted / sum - ratio.length - 1) / ratio.length;
  }

  /** Share of the units that go to the chosen areas. */
  public double shareTo(boolean[] chosen) {
    Require.sameLength("chosen", units.length, chosen.length);
    double all = 0;
    double there = 0;
    for (int i = 0; i < units.length; i++) {
      all += units[i];
      there += chosen[i] ? units[i] : 0;
    }
    return there / all;
  }
}
