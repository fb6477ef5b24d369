package org.cscc.analysis.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.ReferenceCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SuppressionTests {

  @ParameterizedTest
  @ValueSource(strings = {"suppress-8x5", "suppress-3x3-toy"})
  void objectivesAgreeWithTheReferenceAndTheAttackerFailsR_SUP_03(String name) {
    ReferenceCase reference = ReferenceCase.named(name);
    JsonNode expected = reference.json("expected.json");
    int[][] table = table(reference);
    int threshold = expected.get("threshold").asInt();
    Suppression cells = Suppression.of(table, threshold, 0, Suppression.Cost.CELLS, 100_000);
    Suppression value = Suppression.of(table, threshold, 0, Suppression.Cost.VALUE, 100_000);
    assertThat(cells.cells())
        .as("%s: min_cells", name)
        .isEqualTo(expected.get("min_cells").asInt());
    assertThat(value.value())
        .as("%s: min_value", name)
        .isEqualTo(expected.get("min_value").asLong());
    assertThat(cells.proven()).isTrue();
    assertThat(value.proven()).isTrue();
    assertSafe(table, cells, threshold, 0);
    assertSafe(table, value, threshold, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"suppress-8x5", "suppress-3x3-toy"})
  void theAttackerFindsTheIntervalsOfTheReference(String name) {
    ReferenceCase reference = ReferenceCase.named(name);
    JsonNode expected = reference.json("expected.json");
    int[][] table = table(reference);
    int threshold = expected.get("threshold").asInt();
    boolean[][] primary = Suppression.of(table, threshold, 0, Suppression.Cost.CELLS, 0).primary();
    intervals(reference, table, primary, expected.get("primary_only_intervals"));
    JsonNode pattern = expected.get("optimal_by_cells").get("one_optimal_pattern");
    boolean[][] hidden = new boolean[table.length][table[0].length];
    for (int r = 0; r < hidden.length; r++) {
      for (int c = 0; c < hidden[0].length; c++) {
        hidden[r][c] = pattern.get(r).get(c).asInt() == 1;
      }
    }
    intervals(reference, table, hidden, expected.get("optimal_by_cells").get("attacker_intervals"));
  }

  @Test
  void aHiddenCellAloneInItsRowIsNeverLeftAloneR_SUP_03() {
    int[][] table = {{3, 14, 22}, {20, 30, 40}};
    Suppression got = Suppression.of(table, 10, 0, Suppression.Cost.CELLS, 100_000);
    assertThat(got.cells()).isEqualTo(4);
    assertThat(new Attacker(table, got.hidden(), 0).interval(0, 0).covers(0, 10)).isTrue();
  }

  @Test
  void zerosShowAndATableWithoutSmallCountsHidesNothingR_SUP_01() {
    Suppression got =
        Suppression.of(new int[][] {{0, 12}, {30, 10}}, 10, 0, Suppression.Cost.CELLS, 100);
    assertThat(got.cells()).isZero();
  }

  @Test
  void noTableThatIsGivenOutCanBeRebuilt() {
    Random random = new Random(12);
    int protectedTables = 0;
    for (int trial = 0; trial < 150; trial++) {
      int[][] table = new int[2 + random.nextInt(4)][2 + random.nextInt(4)];
      for (int[] row : table) {
        for (int c = 0; c < row.length; c++) {
          row[c] = (int) (40 * Math.pow(random.nextDouble(), 2));
        }
      }
      int least = trial % 2;
      try {
        Suppression got = Suppression.of(table, 10, least, Suppression.Cost.VALUE, 2_000);
        assertSafe(table, got, 10, least);
        protectedTables++;
      } catch (InvalidInput refused) {
        assertThat(refused.reason()).isEqualTo(InvalidInput.Reason.INFEASIBLE);
      }
    }
    assertThat(protectedTables).isGreaterThan(50);
  }

  @Test
  void illegalInputIsRefused() {
    assertThatThrownBy(() -> Suppression.of(new int[0][0], 10, 0, Suppression.Cost.CELLS, 1))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(
            () -> Suppression.of(new int[][] {{1, -1}}, 10, 0, Suppression.Cost.CELLS, 1))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(
            () -> Suppression.of(new int[][] {{1, 40}}, 10, 0, Suppression.Cost.CELLS, 1))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("worked out");
  }

  private static void assertSafe(int[][] table, Suppression got, int threshold, int least) {
    Attacker attacker = new Attacker(table, got.hidden(), least);
    for (int r = 0; r < table.length; r++) {
      for (int c = 0; c < table[0].length; c++) {
        if (got.primary()[r][c]) {
          assertThat(got.hidden()[r][c]).isTrue();
          assertThat(attacker.interval(r, c).covers(least, threshold)).isTrue();
        }
      }
    }
  }

  private static void intervals(
      ReferenceCase reference, int[][] table, boolean[][] hidden, JsonNode expected) {
    Attacker attacker = new Attacker(table, hidden, 0);
    expected
        .properties()
        .forEach(
            entry -> {
              String[] cell = entry.getKey().split(",", -1);
              Attacker.Interval got =
                  attacker.interval(Integer.parseInt(cell[0]) - 1, Integer.parseInt(cell[1]) - 1);
              assertThat(got)
                  .as("%s: interval of %s", reference, entry.getKey())
                  .isEqualTo(
                      new Attacker.Interval(
                          entry.getValue().get(0).asLong(), entry.getValue().get(1).asLong()));
            });
  }

  private static int[][] table(ReferenceCase reference) {
    return reference.rows("input_table.csv").stream()
        .map(row -> row.getFields().stream().skip(1).mapToInt(Integer::parseInt).toArray())
        .toArray(int[][]::new);
  }
}
