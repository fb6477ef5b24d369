package org.cscc.analysis.effect;

import java.util.Arrays;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;
import org.cscc.analysis.Require;

/**
 * Areas over time: one row for each area and period.
 *
 * @param area number of the area of each row, from 0
 * @param period number of the period of each row, from 0
 * @param treatment 1 while the area is under treatment, else 0
 * @param outcome what is measured, such as a count
 */
@SuppressWarnings("ArrayRecordComponent")
public record Panel(int[] area, int[] period, double[] treatment, double[] outcome) {

  /** Refuses unequal lengths, gaps in the numbers, repeated rows and values that are no numbers. */
  public Panel {
    Require.atLeast("rows", 4, area.length);
    Require.sameLength("period", area.length, period.length);
    Require.sameLength("treatment", area.length, treatment.length);
    Require.sameLength("outcome", area.length, outcome.length);
    Require.nonNegative("area", area);
    Require.nonNegative("period", period);
    Require.nonNegative("treatment", treatment);
    Require.finite("outcome", outcome);
    for (int i = 0; i < area.length; i++) {
      Require.between("area[" + i + "]", area[i], 0, 10_000_000);
      Require.between("period[" + i + "]", period[i], 0, 10_000_000);
    }
    long[] keys = new long[area.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = ((long) area[i] << 32) | period[i];
    }
    Arrays.sort(keys);
    for (int i = 1; i < keys.length; i++) {
      if (keys[i] == keys[i - 1]) {
        throw new InvalidInput(
            Reason.DUPLICATE_ID,
            "area " + (keys[i] >> 32) + " has two rows for period " + (int) keys[i]);
      }
    }
  }

  /** Number of rows. */
  public int rows() {
    return area.length;
  }

  /** Number of areas. */
  public int areas() {
    return Arrays.stream(area).max().orElse(-1) + 1;
  }

  /** Number of periods. */
  public int periods() {
    return Arrays.stream(period).max().orElse(-1) + 1;
  }

  /** Areas that have rows, which may be fewer than their highest number says. */
  int areasUsed() {
    return (int) Arrays.stream(area).distinct().count();
  }

  /** Periods that have rows. */
  int periodsUsed() {
    return (int) Arrays.stream(period).distinct().count();
  }

  /** Whether each area is ever treated. */
  boolean[] everTreated() {
    boolean[] ever = new boolean[areas()];
    for (int i = 0; i < area.length; i++) {
      ever[area[i]] |= treatment[i] > 0;
    }
    return ever;
  }

  FixedEffects effects() {
    return new FixedEffects(area, period, areas(), periods());
  }
}
