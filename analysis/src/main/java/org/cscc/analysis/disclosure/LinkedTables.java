package org.cscc.analysis.disclosure;

import java.util.Arrays;
import java.util.List;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;
import org.cscc.analysis.Require;

/**
 * Published counts that add up to each other, whatever tables they stand in: area by age and area
 * by sex share the totals of the areas, months add up to quarters. A count that stands in several
 * tables is one cell.
 *
 * @param values the true counts, totals too
 * @param sums which cells add up to which
 */
@SuppressWarnings("ArrayRecordComponent")
public record LinkedTables(int[] values, List<Sum> sums) {

  /**
   * One row or column of a table.
   *
   * @param total cell of the total
   * @param parts cells that add up to it
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Sum(int total, int[] parts) {}

  /** Refuses negative counts, unknown cells and sums that do not add up. */
  public LinkedTables {
    Require.atLeast("cells", 1, values.length);
    Require.nonNegative("values", values);
    sums = List.copyOf(sums);
    for (int s = 0; s < sums.size(); s++) {
      Sum sum = sums.get(s);
      Require.atLeast("parts of sum " + s, 1, sum.parts().length);
      known(values.length, sum.total());
      long parts = 0;
      for (int part : sum.parts()) {
        known(values.length, part);
        parts += values[part];
      }
      if (parts != values[sum.total()]) {
        throw new InvalidInput(
            Reason.OUT_OF_RANGE,
            "the parts of sum " + s + " add up to " + parts + ", not " + values[sum.total()]);
      }
    }
  }

  private static void known(int cells, int cell) {
    if (cell < 0 || cell >= cells) {
      throw new InvalidInput(Reason.UNKNOWN_ID, "a sum names cell " + cell + " of " + cells);
    }
  }

  /** Whether each cell is a total of something. */
  boolean[] totals() {
    boolean[] totals = new boolean[values.length];
    sums.forEach(sum -> totals[sum.total()] = true);
    return totals;
  }

  /** Number of cells. */
  public int cells() {
    return values.length;
  }

  /** Cells that hold a count above zero and below the threshold. */
  boolean[] small(int threshold) {
    boolean[] small = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      small[i] = values[i] > 0 && values[i] < threshold;
    }
    return small;
  }

  @Override
  public String toString() {
    return "LinkedTables of " + Arrays.toString(values);
  }
}
