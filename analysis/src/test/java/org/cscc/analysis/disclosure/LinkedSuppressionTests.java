package org.cscc.analysis.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cscc.analysis.InvalidInput;
import org.junit.jupiter.api.Test;

class LinkedSuppressionTests {

  @Test
  void whatOneTableHidesTheOtherCannotGiveAwayR_SUP_03() {
    // Areas by age and by sex, with the areas' totals in both.
    int[][] byAge = {{4, 21, 30}, {25, 18, 33}, {40, 22, 19}};
    int[][] bySex = {{30, 25}, {3, 73}, {41, 40}};
    LinkedTables tables = joined(byAge, bySex);
    LinkedSuppression got = LinkedSuppression.of(tables, 10, 0);
    assertSafe(tables, got, 10, 0);
    assertThat(got.narrowest()).isGreaterThanOrEqualTo(10);
    assertThat(got.cells()).isLessThan(tables.cells());
  }

  @Test
  void tablesThatAreSafeAloneCanLeakTogether() {
    // 3 + 12 = 15 hides two cells in one table; the other shows 12 beside the shared 3.
    int[] values = {3, 12, 15, 3, 12, 15};
    LinkedTables alone =
        new LinkedTables(values, List.of(new LinkedTables.Sum(2, new int[] {0, 1})));
    boolean[] hidden = {true, true, false, true, false, false};
    assertThat(new LinkedAttacker(alone, hidden, 0).interval(0))
        .isEqualTo(new Attacker.Interval(0, 15));
    LinkedTables linked =
        new LinkedTables(
            values,
            List.of(
                new LinkedTables.Sum(2, new int[] {0, 1}),
                new LinkedTables.Sum(5, new int[] {0, 4})));
    assertThat(new LinkedAttacker(linked, hidden, 0).interval(0))
        .isEqualTo(new Attacker.Interval(3, 3));
  }

  @Test
  void theWholeNumberAttackerFindsTheIntervalsOfTheFlowAttacker() {
    Random random = new Random(2);
    for (int trial = 0; trial < 20; trial++) {
      int[][] table = table(random, 3, 3);
      boolean[][] hidden = new boolean[3][3];
      boolean[] flat = new boolean[16];
      for (int k = 0; k < 9; k++) {
        hidden[k / 3][k % 3] = random.nextInt(3) > 0;
        flat[k] = hidden[k / 3][k % 3];
      }
      LinkedAttacker linked = new LinkedAttacker(one(table), flat, 0);
      Attacker flow = new Attacker(table, hidden, 0);
      for (int k = 0; k < 9; k++) {
        if (flat[k]) {
          assertThat(linked.interval(k)).isEqualTo(flow.interval(k / 3, k % 3));
        }
      }
    }
  }

  @Test
  void noSetOfLinkedTablesThatIsGivenOutCanBeRebuilt() {
    Random random = new Random(21);
    int given = 0;
    for (int trial = 0; trial < 15; trial++) {
      int[][] byAge = table(random, 3, 3);
      int[][] bySex = split(random, byAge);
      LinkedTables tables = joined(byAge, bySex);
      try {
        LinkedSuppression got = LinkedSuppression.of(tables, 10, trial % 2);
        assertSafe(tables, got, 10, trial % 2);
        given++;
      } catch (InvalidInput refused) {
        assertThat(refused.reason()).isEqualTo(InvalidInput.Reason.INFEASIBLE);
      }
    }
    assertThat(given).isGreaterThan(8);
  }

  @Test
  void illegalInputIsRefused() {
    assertThatThrownBy(
            () ->
                new LinkedTables(
                    new int[] {1, 2, 4}, List.of(new LinkedTables.Sum(2, new int[] {0, 1}))))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("add up to 3, not 4");
    assertThatThrownBy(
            () -> new LinkedTables(new int[] {1}, List.of(new LinkedTables.Sum(7, new int[] {0}))))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new LinkedTables(new int[] {-1}, List.of()))
        .isInstanceOf(InvalidInput.class);
  }

  private static void assertSafe(
      LinkedTables tables, LinkedSuppression got, int threshold, int least) {
    LinkedAttacker attacker = new LinkedAttacker(tables, got.hidden(), least);
    for (int i = 0; i < tables.cells(); i++) {
      if (got.primary()[i]) {
        assertThat(got.hidden()[i]).isTrue();
        assertThat(attacker.interval(i).covers(least, threshold)).isTrue();
      }
    }
  }

  /** One table with its row, column and grand totals behind its cells. */
  private static LinkedTables one(int[][] table) {
    int[] values = new int[16];
    List<LinkedTables.Sum> sums = new ArrayList<>();
    for (int k = 0; k < 9; k++) {
      values[k] = table[k / 3][k % 3];
      values[9 + k / 3] += values[k];
      values[12 + k % 3] += values[k];
      values[15] += values[k];
    }
    for (int r = 0; r < 3; r++) {
      sums.add(new LinkedTables.Sum(9 + r, new int[] {3 * r, 3 * r + 1, 3 * r + 2}));
      sums.add(new LinkedTables.Sum(12 + r, new int[] {r, r + 3, r + 6}));
    }
    sums.add(new LinkedTables.Sum(15, new int[] {9, 10, 11}));
    return new LinkedTables(values, sums);
  }

  /** Two tables whose rows have the same totals. */
  private static LinkedTables joined(int[][] first, int[][] second) {
    List<Integer> values = new ArrayList<>();
    List<LinkedTables.Sum> sums = new ArrayList<>();
    int[] rowTotals = new int[first.length];
    for (int r = 0; r < first.length; r++) {
      rowTotals[r] = add(values, java.util.Arrays.stream(first[r]).sum());
    }
    int all = add(values, rowTotalSum(values, rowTotals));
    sums.add(new LinkedTables.Sum(all, rowTotals));
    for (int[][] table : List.of(first, second)) {
      int[][] cells = new int[table.length][table[0].length];
      for (int r = 0; r < table.length; r++) {
        for (int c = 0; c < table[0].length; c++) {
          cells[r][c] = add(values, table[r][c]);
        }
        sums.add(new LinkedTables.Sum(rowTotals[r], cells[r]));
      }
      int[] columnTotals = new int[table[0].length];
      for (int c = 0; c < columnTotals.length; c++) {
        int column = c;
        int sum = java.util.Arrays.stream(table).mapToInt(row -> row[column]).sum();
        columnTotals[c] = add(values, sum);
        int[] parts = java.util.Arrays.stream(cells).mapToInt(row -> row[column]).toArray();
        sums.add(new LinkedTables.Sum(columnTotals[c], parts));
      }
      sums.add(new LinkedTables.Sum(all, columnTotals));
    }
    return new LinkedTables(values.stream().mapToInt(Integer::intValue).toArray(), sums);
  }

  private static int rowTotalSum(List<Integer> values, int[] cells) {
    return java.util.Arrays.stream(cells).map(values::get).sum();
  }

  private static int add(List<Integer> values, int value) {
    values.add(value);
    return values.size() - 1;
  }

  private static int[][] table(Random random, int rows, int columns) {
    int[][] table = new int[rows][columns];
    for (int[] row : table) {
      for (int c = 0; c < columns; c++) {
        row[c] = (int) (40 * Math.pow(random.nextDouble(), 1.5));
      }
    }
    return table;
  }

  /** The same row totals, split in two. */
  private static int[][] split(Random random, int[][] table) {
    int[][] split = new int[table.length][2];
    for (int r = 0; r < table.length; r++) {
      int sum = java.util.Arrays.stream(table[r]).sum();
      split[r][0] = random.nextInt(sum + 1);
      split[r][1] = sum - split[r][0];
    }
    return split;
  }
}
