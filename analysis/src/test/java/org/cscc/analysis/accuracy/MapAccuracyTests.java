package org.cscc.analysis.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Objects;
import java.util.Random;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.ReferenceCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapAccuracyTests {

  @ParameterizedTest
  @ValueSource(strings = {"pai-toy", "pai-chicago-2017"})
  void scoresAgreeWithTheReference(String name) {
    ReferenceCase reference = ReferenceCase.named(name);
    String cells = "input_cells.csv";
    int[] prior = reference.integers(cells, "prior");
    MapAccuracy map =
        MapAccuracy.of(
            reference.numbers(cells, "pred"),
            reference.integers(cells, "obs"),
            reference.numbers(cells, "area"));
    double auc = reference.json("expected.json").get("AUC_hit_rate_curve").asDouble();
    reference.agree("AUC_hit_rate_curve", auc, map.areaUnderCurve(), 1e-10);
    for (NamedCsvRecord row : reference.rows("expected_top.csv")) {
      int top = Integer.parseInt(row.getField("top"));
      MapAccuracy.Score score = map.at(top);
      String at = "top " + top + " ";
      agree(reference, at, row, "area_share", score.areaShare());
      agree(reference, at, row, "hits", (double) score.hits());
      agree(reference, at, row, "hit_rate", score.hitRate());
      agree(reference, at, row, "PAI", score.pai());
      agree(reference, at, row, "oracle_hits", score.mostHits());
      agree(reference, at, row, "PEI", score.pei());
      agree(reference, at, row, "RRI_levine", map.recapture(top, prior));
      agree(reference, at, row, "RRI_pred_over_obs", score.predictedOverObserved());
      agree(reference, at, row, "F1", score.f1());
    }
  }

  @Test
  void scalingTheMapOrTheAreaChangesNoScore() {
    double[] predicted = {3, 1, 2, 0};
    int[] observed = {2, 2, 1, 0};
    MapAccuracy.Score score = MapAccuracy.of(predicted, observed, area(4, 1)).at(2);
    assertThat(MapAccuracy.of(new double[] {9, 3, 6, 0}, observed, area(4, 7)).at(2).pai())
        .isCloseTo(score.pai(), within(1e-12));
    assertThat(score.hits()).isEqualTo(3);
  }

  @Test
  void theWholeMapHasPaiOneAndAnAreaUnderTheCurveOfAUselessMapIsAboutHalf() {
    MapAccuracy flat = MapAccuracy.of(area(3, 1), new int[] {1, 1, 1}, area(3, 1));
    assertThat(flat.at(3).pai()).isCloseTo(1, within(1e-12));
    assertThat(flat.areaUnderCurve()).isCloseTo(0.5, within(1e-12));
    assertThat(flat.curve()).hasSize(3);
  }

  @Test
  void aBacktestOfTheNaiveMapIsNoBetterThanTheNaiveMap() {
    Random random = new Random(4);
    int[][] counts = new int[80][100];
    for (int[] week : counts) {
      for (int event = 0; event < 40; event++) {
        week[99 - (int) (100 * Math.pow(random.nextDouble(), 3))]++;
      }
    }
    Backtest same = Backtest.run(counts, area(100, 1), 26, 52, MapAccuracyTests::lastYear);
    assertThat(same.betterThanNaive()).isFalse();
    Backtest.Summary uniform = summary(same, Backtest.UNIFORM);
    assertThat(summary(same, "map").hitRate5()).isGreaterThan(uniform.hitRate5());
    assertThat(summary(same, "map").events()).isEqualTo(26 * 40);
    assertThat(uniform.pai5()).isBetween(0.0, 3.0);
  }

  @Test
  void illegalInputIsRefused() {
    double[] one = {1};
    assertThatThrownBy(() -> MapAccuracy.of(one, new int[] {0}, one))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> MapAccuracy.of(one, new int[] {1}, new double[1]))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> MapAccuracy.of(one, new int[2], one)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> Backtest.run(new int[1][1], one, 1, 52, history -> one))
        .isInstanceOf(InvalidInput.class);
  }

  private static Backtest.Summary summary(Backtest test, String map) {
    return Objects.requireNonNull(test.scores().get(map));
  }

  private static double[] lastYear(int[][] history) {
    double[] sum = new double[history[0].length];
    for (int p = Math.max(0, history.length - 52); p < history.length; p++) {
      for (int cell = 0; cell < sum.length; cell++) {
        sum[cell] += history[p][cell];
      }
    }
    return sum;
  }

  private static double[] area(int cells, double size) {
    double[] area = new double[cells];
    java.util.Arrays.fill(area, size);
    return area;
  }

  private static void agree(
      ReferenceCase reference, String at, NamedCsvRecord row, String column, double got) {
    double expected = ReferenceCase.number(row.getField(column));
    reference.agree(at + column, expected, got, 1e-10);
  }
}
