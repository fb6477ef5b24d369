package org.cscc.analysis.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.ReferenceCase;
import org.cscc.analysis.trend.Cusum.Transform;
import org.cscc.analysis.trend.Farrington.Level;
import org.cscc.analysis.trend.Farrington.Settings;
import org.cscc.analysis.trend.TwoThirds.Uncertainty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TrendTests {

  @ParameterizedTest
  @ValueSource(strings = {"surv-salmonella-agona", "surv-chicago-homicides-weekly"})
  void earsAndCusumAgreeWithTheReference(String name) {
    ReferenceCase reference = ReferenceCase.named(name);
    int[] counts = reference.integers("input_series.csv", "count");
    int from = from(reference);
    Ears c1 = Ears.c1(counts, 0.001, 0);
    Ears c2 = Ears.c2(counts, 0.001, 0);
    Ears c3 = Ears.c3(counts, 0.025, 0);
    column(reference, "c1_upper", c1.upper(), from, 1e-9);
    column(reference, "c2_upper", c2.upper(), from, 1e-9);
    column(reference, "c3_upper", c3.upper(), from, 1e-9);
    alarms(reference, "C1", from, t -> c1.alarm()[t]);
    alarms(reference, "C2", from, t -> c2.alarm()[t]);
    alarms(reference, "C3", from, t -> c3.alarm()[t]);
    double mean = Arrays.stream(counts, 0, from).average().orElseThrow();
    double expected = reference.json("expected.json").get("cusum_in_control_mean").asDouble();
    reference.agree("cusum_in_control_mean", expected, mean, 1e-12);
    int[] watched = Arrays.copyOfRange(counts, from, counts.length);
    Cusum rossi = Cusum.of(watched, mean, 1.04, 2.26, Transform.ROSSI);
    Cusum plain = Cusum.of(watched, mean, 1.04, 2.26, Transform.STANDARD);
    column(reference, "cusum_rossi", rossi.sum(), 0, 1e-9);
    column(reference, "cusum_std", plain.sum(), 0, 1e-9);
    alarms(reference, "cusum_rossi", from, t -> rossi.alarm()[t - from]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"surv-salmonella-agona", "surv-chicago-homicides-weekly"})
  void farringtonFlexibleAgreesWithTheReference(String name) {
    ReferenceCase reference = ReferenceCase.named(name);
    int[] counts = reference.integers("input_series.csv", "count");
    int from = from(reference);
    int years = reference.json("case.json").get("parameters").get("b").asInt();
    var settings = new FarringtonFlexible.Settings(years, 3, 10, 26, 2.58, 0.01, 52);
    FarringtonFlexible[] nb = new FarringtonFlexible[counts.length];
    for (int t = from; t < counts.length; t++) {
      nb[t] = FarringtonFlexible.of(counts, t, settings);
    }
    double[] expected = reference.numbers("expected_weeks.csv", "ff_nb_expected");
    double[] upper = reference.numbers("expected_weeks.csv", "ff_nb_upper");
    double[] p = reference.numbers("expected_weeks.csv", "ff_nb_p");
    for (int t = from; t < counts.length; t++) {
      int row = t - from;
      String week = " of week " + (t + 1);
      if (!Double.isNaN(expected[row])) {
        reference.agree("ff_nb_expected" + week, expected[row], nb[t].expected(), 2e-4);
        reference.agree("ff_nb_upper" + week, upper[row], nb[t].upper(), 2e-4);
      }
      reference.within("ff_nb_p" + week, p[row], nb[t].p(), 2e-4);
    }
    alarms(reference, "farringtonFlexible_nb", from, t -> nb[t].alarm());
  }

  @ParameterizedTest
  @ValueSource(strings = {"surv-salmonella-agona", "surv-chicago-homicides-weekly"})
  void classicFarringtonAgreesWithTheReference(String name) {
    ReferenceCase reference = ReferenceCase.named(name);
    int years = reference.json("case.json").get("parameters").get("b").asInt();
    Uncertainty paper = Uncertainty.PAPER;
    Farrington[] classic =
        judged(reference, new Settings(years, 3, 0.01, Level.TWO_SIDED, paper, 52));
    Farrington[] original =
        judged(
            reference, new Settings(years, 3, 0.01, Level.ONE_SIDED, Uncertainty.SURVEILLANCE, 52));
    double[] upper = reference.numbers("expected_weeks.csv", "farrington_upper");
    double[] flexible = reference.numbers("expected_weeks.csv", "far_orig_upper");
    int from = from(reference);
    for (int row = 0; row < upper.length; row++) {
      String week = " of week " + (from + row + 1);
      if (classic[from + row].enough()) {
        reference.agree("farrington_upper" + week, upper[row], classic[from + row].upper(), 2e-4);
        reference.agree("far_orig_upper" + week, flexible[row], original[from + row].upper(), 2e-4);
      }
    }
    alarms(reference, "farrington_classic", from, t -> classic[t].alarm());
    alarms(reference, "farrington_original_settings", from, t -> original[t].alarm());
  }

  @ParameterizedTest
  @ValueSource(strings = {"surv-salmonella-agona", "surv-chicago-homicides-weekly"})
  void flexibleWithThe2By3PowerBoundAgreesWithTheReference(String name) {
    ReferenceCase reference = ReferenceCase.named(name);
    int[] counts = reference.integers("input_series.csv", "count");
    int from = from(reference);
    int years = reference.json("case.json").get("parameters").get("b").asInt();
    var settings = new FarringtonFlexible.Settings(years, 3, 10, 26, 2.58, 0.01, 52);
    FarringtonFlexible[] delta = new FarringtonFlexible[counts.length];
    double[] upper = reference.numbers("expected_weeks.csv", "ff_delta_upper");
    double[] expected = reference.numbers("expected_weeks.csv", "ff_delta_expected");
    for (int t = from; t < counts.length; t++) {
      delta[t] = FarringtonFlexible.ofTwoThirds(counts, t, settings, Uncertainty.SURVEILLANCE);
      String week = " of week " + (t + 1);
      if (delta[t].enough()) {
        reference.agree("ff_delta_upper" + week, upper[t - from], delta[t].upper(), 2e-4);
        reference.agree("ff_delta_expected" + week, expected[t - from], delta[t].expected(), 2e-4);
      }
    }
    alarms(reference, "farringtonFlexible_delta", from, t -> delta[t].alarm());
  }

  @Test
  void aFlatSeriesRaisesNoAlarmAndALeapDoes() {
    int[] counts = new int[320];
    Arrays.fill(counts, 20);
    assertThat(FarringtonFlexible.of(counts, 319, FarringtonFlexible.Settings.USUAL).alarm())
        .isFalse();
    counts[319] = 60;
    assertThat(FarringtonFlexible.of(counts, 319, FarringtonFlexible.Settings.USUAL).alarm())
        .isTrue();
  }

  @Test
  void afterSilenceTheFirstEventAlarmsUnlessALeastSpreadIsSet() {
    int[] counts = new int[12];
    counts[11] = 1;
    assertThat(Ears.c1(counts, 0.001, 0).alarm()[11]).isTrue();
    assertThat(Ears.c1(counts, 0.001, 0.5).alarm()[11]).isFalse();
    assertThat(Ears.c1(counts, 0.001, 0).upper()[3]).isNaN();
  }

  @Test
  void illegalInputIsRefused() {
    assertThatThrownBy(() -> Ears.c1(new int[] {-1}, 0.01, 0)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> Ears.c1(new int[0], 0.01, 0)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> Cusum.of(new int[] {1}, 0, 1, 2, Transform.ROSSI))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(
            () -> FarringtonFlexible.of(new int[60], 59, FarringtonFlexible.Settings.USUAL))
        .isInstanceOf(InvalidInput.class);
  }

  private static Farrington[] judged(ReferenceCase reference, Settings settings) {
    int[] counts = reference.integers("input_series.csv", "count");
    Farrington[] judged = new Farrington[counts.length];
    for (int t = from(reference); t < counts.length; t++) {
      judged[t] = Farrington.of(counts, t, settings);
    }
    return judged;
  }

  private static int from(ReferenceCase reference) {
    return reference.json("case.json").get("parameters").get("range").get(0).asInt() - 1;
  }

  private static void column(
      ReferenceCase reference, String column, double[] got, int from, double tolerance) {
    double[] expected = reference.numbers("expected_weeks.csv", column);
    for (int row = 0; row < expected.length; row++) {
      double allowed = tolerance * Math.max(1, Math.abs(expected[row]));
      reference.within(column + " of row " + (row + 1), expected[row], got[from + row], allowed);
    }
  }

  private static void alarms(ReferenceCase reference, String method, int from, IntPredicate alarm) {
    JsonNode expected = reference.json("expected.json").get("alarms").get(method);
    int weeks = reference.rows("expected_weeks.csv").size();
    List<Integer> got = new ArrayList<>();
    for (int t = from; t < from + weeks; t++) {
      if (alarm.test(t)) {
        got.add(t + 1);
      }
    }
    assertThat(got)
        .as("%s: alarms of %s", reference, method)
        .isEqualTo(ReferenceCase.integers(expected));
  }
}
