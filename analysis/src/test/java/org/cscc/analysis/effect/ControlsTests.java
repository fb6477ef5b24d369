package org.cscc.analysis.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.ReferenceCase;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ControlsTests {

  @Test
  void withTheImportanceOfTheReferenceTheSharesAreCatalunaAndMadrid() {
    ReferenceCase reference = ReferenceCase.named("synth-basque");
    JsonNode expected = reference.json("expected.json").get("synth");
    PredictorControl.Data data = basque(reference);
    List<Double> v = new ArrayList<>();
    expected.get("v").forEach(value -> v.add(value.asDouble()));
    PredictorControl got =
        PredictorControl.of(data, v.stream().mapToDouble(Double::doubleValue).toArray());
    List<String> donors = new ArrayList<>(expected.get("weights").propertyNames());
    for (int j = 0; j < donors.size(); j++) {
      double share = expected.get("weights").get(donors.get(j)).asDouble();
      reference.within("synth weight of " + donors.get(j), share, got.weights()[j], 0.02);
    }
    double[] gaps = reference.numbers("expected_gaps.csv", "gap_synth");
    for (int t = 0; t < gaps.length; t++) {
      reference.within(
          "gap_synth of " + (1955 + t), gaps[t], got.gaps()[t], 1e-4 * data.treated()[t]);
    }
    reference.agree("loss_v", expected.get("loss_v").asDouble(), got.preMspe(), 1e-3);
  }

  @Test
  void aSearchedImportanceMeetsThePastNoWorseThanAnEqualOneAndThatOfTheReference() {
    ReferenceCase reference = ReferenceCase.named("synth-basque");
    PredictorControl.Data data = basque(reference);
    JsonNode theirs = reference.json("expected.json").get("synth").get("loss_v");
    double[] equal = new double[data.treatedPredictors().length];
    Arrays.fill(equal, 1);
    PredictorControl got = PredictorControl.searched(data);
    assertThat(got.preMspe()).isLessThanOrEqualTo(PredictorControl.of(data, equal).preMspe());
    assertThat(got.preMspe()).isLessThanOrEqualTo(theirs.asDouble());
    assertThat(Arrays.stream(got.importance()).sum()).isCloseTo(1, within(1e-9));
    assertThat(Arrays.stream(got.weights()).sum()).isCloseTo(1, within(1e-9));
  }

  @Test
  void matchingBringsGroupsIntoBalanceAndNamesWhomItCannotMatch() {
    Random random = new Random(3);
    int n = 120;
    double[][] x = new double[n][2];
    boolean[] treated = new boolean[n];
    for (int i = 0; i < n; i++) {
      treated[i] = i < 20;
      x[i][0] = random.nextGaussian() + (treated[i] ? 0.8 : 0);
      x[i][1] = 50 * random.nextGaussian() + (treated[i] ? 20 : 0);
    }
    x[0][0] = 40;
    MatchedControls got = MatchedControls.of(x, treated, 1, 0.25);
    assertThat(got.unmatched()).contains(0);
    assertThat(got.pairs()).hasSizeGreaterThan(12).allMatch(pair -> pair.distance() <= 0.25);
    assertThat(got.pairs().stream().map(MatchedControls.Pair::control)).doesNotHaveDuplicates();
    for (MatchedControls.Balance row : got.balance()) {
      assertThat(Math.abs(row.after())).isLessThan(Math.abs(row.before()));
      assertThat(row.outOfBalance()).isFalse();
    }
  }

  @Test
  void standardisedDifferenceOfAWorkedExample() {
    // Means 3 and 1.5, variances 2 and 0.5: (3 - 1.5) / sqrt(1.25).
    double[][] x = {{2}, {4}, {1}, {2}};
    MatchedControls got = MatchedControls.of(x, new boolean[] {true, true, false, false}, 1, 100);
    assertThat(got.balance().getFirst().before()).isCloseTo(1.5 / Math.sqrt(1.25), within(1e-12));
    assertThat(got.pairs()).extracting(MatchedControls.Pair::treated).containsExactly(0, 1);
    assertThat(got.pairs()).extracting(MatchedControls.Pair::control).containsExactly(3, 2);
  }

  @Test
  void aFactorOfACovariateChangesNoPair() {
    Random random = new Random(8);
    double[][] x = new double[40][3];
    boolean[] treated = new boolean[40];
    for (int i = 0; i < 40; i++) {
      treated[i] = i % 4 == 0;
      x[i] = random.doubles(3).toArray();
    }
    double[][] scaled =
        Arrays.stream(x)
            .map(row -> new double[] {row[0] * 8 + 3, row[1], -row[2] / 4})
            .toArray(double[][]::new);
    assertThat(MatchedControls.of(scaled, treated, 2, 1).pairs())
        .extracting(MatchedControls.Pair::control)
        .isEqualTo(
            MatchedControls.of(x, treated, 2, 1).pairs().stream()
                .map(MatchedControls.Pair::control)
                .toList());
  }

  @Test
  void illegalInputIsRefused() {
    double[][] flat = {{1}, {1}, {1}};
    boolean[] one = {true, false, false};
    assertThatThrownBy(() -> MatchedControls.of(flat, one, 1, 1))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("does not vary");
    assertThatThrownBy(() -> MatchedControls.of(flat, new boolean[3], 1, 1))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("treated");
    assertThatThrownBy(
            () -> MatchedControls.of(new double[][] {{1}, {Double.NaN}}, new boolean[2], 1, 1))
        .isInstanceOf(InvalidInput.class);
  }

  private static PredictorControl.Data basque(ReferenceCase reference) {
    Map<String, double[]> series = new LinkedHashMap<>();
    for (NamedCsvRecord row : reference.rows("input_outcomes.csv")) {
      int time = Integer.parseInt(row.getField("time")) - 1955;
      series.computeIfAbsent(row.getField("unit"), unit -> new double[43])[time] =
          ReferenceCase.number(row.getField("outcome"));
    }
    double[] treated = Objects.requireNonNull(series.remove("treated"));
    double[][] predictors =
        series.keySet().stream()
            .map(donor -> reference.numbers("input_predictors.csv", donor))
            .toArray(double[][]::new);
    return new PredictorControl.Data(
        treated,
        series.values().toArray(double[][]::new),
        reference.numbers("input_predictors.csv", "treated"),
        predictors,
        5,
        15);
  }
}
