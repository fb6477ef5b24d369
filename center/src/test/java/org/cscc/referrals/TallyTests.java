package org.cscc.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cscc.analysis.disclosure.Attacker;
import org.junit.jupiter.api.Test;

/** Small counts can not be worked out again, even by who knows every sum. */
class TallyTests {
  private static final int STATES = Tally.COLUMNS.size();

  @Test
  void rSup03WhoKnowsEverySumRebuildsNoSmallCountOfATableThatCanHideIt() {
    Random random = new Random(20261129);
    int protectedTables = 0;
    for (int table = 0; table < 60; table++) {
      int[][] counts = new int[4 + random.nextInt(13)][STATES];
      for (int[] row : counts) {
        for (int column = 0; column < STATES; column++) {
          row[column] = random.nextInt(4) == 0 ? random.nextInt(10) : 10 + random.nextInt(40);
        }
      }
      boolean[][] blank = blank(Tally.guarded(names(counts.length), counts));
      Attacker attacker = new Attacker(counts, blank, 0);
      boolean safe = true;
      for (int row = 0; row < counts.length; row++) {
        for (int column = 0; column < STATES; column++) {
          if (counts[row][column] > 0 && counts[row][column] < Tally.THRESHOLD) {
            assertThat(blank[row][column]).isTrue();
            safe &= attacker.interval(row, column).covers(0, Tally.THRESHOLD);
          }
        }
      }
      protectedTables += safe ? 1 : 0;
    }
    assertThat(protectedTables).isEqualTo(60);
  }

  @Test
  void rSup03InASparseTableNoSmallCountIsToldAndNoneStandsAloneInItsRowOrColumn() {
    Random random = new Random(7);
    for (int table = 0; table < 60; table++) {
      int[][] counts = new int[2 + random.nextInt(15)][STATES];
      for (int[] row : counts) {
        for (int column = 0; column < STATES; column++) {
          row[column] = random.nextInt(3) == 0 ? random.nextInt(30) : 0;
        }
      }
      boolean[][] blank = blank(Tally.guarded(names(counts.length), counts));
      for (int row = 0; row < counts.length; row++) {
        int alone = 0;
        int told = 0;
        for (int column = 0; column < STATES; column++) {
          int count = counts[row][column];
          assertThat(count > 0 && count < Tally.THRESHOLD && !blank[row][column]).isFalse();
          alone += blank[row][column] ? 1 : 0;
          told += count > 0 && !blank[row][column] ? 1 : 0;
        }
        assertThat(alone == 1 && told > 0).as("row %s of table %s", row, table).isFalse();
      }
    }
  }

  @Test
  void rSup03TheVectorOfTheRule() {
    int[][] counts = new int[1][STATES];
    counts[0][0] = 3;
    counts[0][1] = 14;
    counts[0][2] = 22;
    assertThat(Tally.guarded(names(1), counts).rows().getFirst().cells())
        .containsExactly(null, null, 22, 0, 0, 0, 0);
    counts[0][0] = 0;
    counts[0][1] = 12;
    assertThat(Tally.guarded(names(1), counts).rows().getFirst().cells())
        .containsExactly(0, 12, 22, 0, 0, 0, 0);
  }

  @Test
  void aTableWithoutARowIsNoReasonToFail() {
    assertThat(Tally.guarded(List.of(), new int[0][0]).rows()).isEmpty();
    assertThat(Tally.guarded(names(2), new int[2][STATES]).rows().getFirst().cells())
        .containsOnly(0);
  }

  private static boolean[][] blank(Tally tally) {
    boolean[][] blank = new boolean[tally.rows().size()][STATES];
    for (int row = 0; row < blank.length; row++) {
      for (int column = 0; column < STATES; column++) {
        blank[row][column] = tally.rows().get(row).cells().get(column) == null;
      }
    }
    return blank;
  }

  private static List<String> names(int rows) {
    List<String> names = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      names.add(Integer.toString(row));
    }
    return names;
  }
}
