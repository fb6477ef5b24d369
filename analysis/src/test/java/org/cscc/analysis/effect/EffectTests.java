package org.cscc.analysis.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.ReferenceCase;
import org.cscc.analysis.effect.Displacement.Counts;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EffectTests {

  @Test
  void displacementAgreesWithThePublishedExamples() {
    ReferenceCase reference = ReferenceCase.named("wdd-published");
    List<NamedCsvRecord> expected = reference.rows("expected_effects.csv");
    List<NamedCsvRecord> designs = reference.rows("input_designs.csv");
    for (int i = 0; i < designs.size(); i++) {
      NamedCsvRecord row = designs.get(i);
      Displacement got =
          Displacement.of(
              counts(row, "control", "aw_c"),
              counts(row, "treated", "aw_t"),
              counts(row, "dispc", "aw_dc"),
              counts(row, "dispt", "aw_dt"),
              value(row, "tw_pre"),
              value(row, "tw_post"),
              value(row, "alpha"));
      NamedCsvRecord want = expected.get(i);
      agree(reference, want, "Est_Local", got.local().value());
      agree(reference, want, "SE_Local", got.local().se());
      agree(reference, want, "Est_Displace", got.displaced().value());
      agree(reference, want, "SE_Displace", got.displaced().se());
      agree(reference, want, "Est_Total", got.total().value());
      agree(reference, want, "SE_Total", got.total().se());
      agree(reference, want, "Z", got.total().value() / got.total().se());
      agree(reference, want, "LowCI", got.total().lower());
      agree(reference, want, "HighCI", got.total().upper());
      agree(reference, want, "p_two_sided", got.p());
      agree(reference, want, "WDQ", got.quotient());
    }
  }

  @Test
  void completeDisplacementHasQuotientMinusOne() {
    Displacement got =
        Displacement.of(
            Counts.of(100, 100),
            Counts.of(100, 50),
            Counts.none(),
            Counts.of(100, 150),
            1,
            1,
            0.05);
    assertThat(got.quotient()).isCloseTo(-1, within(1e-12));
    assertThat(got.improved()).isTrue();
  }

  @Test
  void weightedDisplacementDifferenceOfTheWorkedExample() {
    Displacement got =
        Displacement.of(
            Counts.of(100, 95),
            Counts.of(100, 80),
            Counts.of(50, 51),
            Counts.of(50, 52),
            1,
            1,
            0.05);
    assertThat(got.total().value()).isEqualTo(-14);
    assertThat(got.total().se()).isCloseTo(24.04, within(0.005));
  }

  @Test
  void rateRatioOfTheWorkedExampleIsNotDistinguishableFromNoChange() {
    RateRatio.Judged got = (RateRatio.Judged) RateRatio.of(100, 80, 100, 95);
    assertThat(got.ratio()).isCloseTo(0.842, within(5e-4));
    assertThat(got.lower()).isCloseTo(0.56, within(5e-3));
    assertThat(got.upper()).isCloseTo(1.26, within(5e-3));
    assertThat(got.distinguishable()).isFalse();
  }

  @Test
  void belowFiveEventsThereIsNoPercentage() {
    assertThat(RateRatio.of(10, 4, 10, 10)).isInstanceOf(RateRatio.TooFew.class);
    assertThat(RateRatio.of(5, 5, 5, 5)).isInstanceOf(RateRatio.Judged.class);
    assertThat(RateRatio.of(0, 0, 0, 0)).isInstanceOf(RateRatio.TooFew.class);
  }

  @Test
  void differenceInDifferencesAgreesWithTheReference() {
    ReferenceCase reference = ReferenceCase.named("did-77areas");
    JsonNode expected = reference.json("expected.json");
    Panel panel = panel(reference);
    DifferenceInDifferences.Linear fe = DifferenceInDifferences.twoWay(panel);
    JsonNode want = expected.get("twfe");
    reference.agree("estimate", want.get("estimate").asDouble(), fe.estimate(), 1e-8);
    reference.agree("se_HC0", want.get("se_HC0_cluster").asDouble(), fe.seClusters(), 1e-8);
    reference.agree("se_HC1", want.get("se_HC1_cluster").asDouble(), fe.seHc1(), 1e-8);
    reference.agree("t_HC1", want.get("t_HC1").asDouble(), fe.t(), 1e-8);
    reference.agree("p_t", want.get("p_t").asDouble(), fe.p(), 1e-7);
    reference.agree("se_nested", want.get("se_nested_fe_dof").asDouble(), fe.seNested(), 1e-8);
    reference.within("K", expected.get("K").asDouble(), fe.parameters(), 0);
    DifferenceInDifferences.Linear two = DifferenceInDifferences.twoByTwo(panel);
    JsonNode four = expected.get("two_by_two");
    reference.agree("2x2", four.get("estimate").asDouble(), two.estimate(), 1e-8);
    reference.agree("2x2 se", four.get("se_HC1_cluster").asDouble(), two.seHc1(), 1e-8);
    PoissonDifference poisson = PoissonDifference.of(panel);
    JsonNode counts = expected.get("poisson_fe");
    reference.agree("log_irr", counts.get("log_irr").asDouble(), poisson.logRatio(), 1e-6);
    reference.agree("irr", counts.get("irr").asDouble(), poisson.ratio(), 1e-6);
    reference.agree("se", counts.get("se_cluster_HC0").asDouble(), poisson.se(), 1e-6);
  }

  @Test
  void oneCommonStartStackedIsTheTwoWayEstimateOfItsWindow() {
    Panel panel = panel(ReferenceCase.named("did-77areas"));
    int start = Stack.starts(panel)[firstTreated(panel)];
    DifferenceInDifferences.Linear stacked =
        DifferenceInDifferences.stacked(panel, start, panel.periods() - start);
    assertThat(stacked.estimate())
        .isCloseTo(DifferenceInDifferences.twoWay(panel).estimate(), within(1e-9));
    assertThat(stacked.seHc1())
        .isCloseTo(DifferenceInDifferences.twoWay(panel).seHc1(), within(1e-9));
  }

  @Test
  void stackedStartsFindAnEffectThatGrowsWhereTwoWayEffectsDoNot() {
    Panel panel = staggered(1);
    double truth = 3;
    assertThat(DifferenceInDifferences.stacked(panel, 4, 4).estimate())
        .isCloseTo(truth, within(0.5));
  }

  @Test
  void areasThatRanApartBeforeShowInThePreTrend() {
    int areas = 20;
    int periods = 12;
    double[] y = new double[areas * periods];
    Random random = new Random(2);
    int[] area = new int[y.length];
    int[] period = new int[y.length];
    double[] d = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      area[i] = i / periods;
      period[i] = i % periods;
      d[i] = area[i] < 8 && period[i] >= 8 ? 1 : 0;
      y[i] = (area[i] < 8 ? 2.0 : 0.0) * period[i] + random.nextGaussian();
    }
    DifferenceInDifferences.Linear trend =
        DifferenceInDifferences.preTrend(new Panel(area, period, d, y));
    assertThat(trend.estimate()).isCloseTo(2, within(0.3));
    assertThat(trend.p()).isLessThan(0.001);
  }

  @Test
  void randomisationPIsSmallForAnEffectAndTheSameForTheSameSeed() {
    Panel panel = panel(ReferenceCase.named("did-77areas"));
    double p = DifferenceInDifferences.randomisationP(panel, 999, 3);
    assertThat(p).isLessThan(0.01);
    assertThat(DifferenceInDifferences.randomisationP(panel, 999, 3)).isEqualTo(p);
  }

  @Test
  void syntheticControlAgreesWithTheReference() {
    ReferenceCase reference = ReferenceCase.named("synth-basque");
    JsonNode expected = reference.json("expected.json").get("outcome_only");
    Map<String, double[]> series = new LinkedHashMap<>();
    for (NamedCsvRecord row : reference.rows("input_outcomes.csv")) {
      int time = Integer.parseInt(row.getField("time")) - 1955;
      series.computeIfAbsent(row.getField("unit"), unit -> new double[43])[time] =
          value(row, "outcome");
    }
    double[] treated = series.remove("treated");
    SyntheticControl got =
        SyntheticControl.of(
            java.util.Objects.requireNonNull(treated),
            series.values().toArray(double[][]::new),
            5,
            15);
    double mspe = expected.get("pre_mspe").asDouble();
    reference.agree("pre_mspe", mspe, got.preMspe(), 1e-5);
    double ratio = expected.get("rmspe_ratio_treated").asDouble();
    reference.agree("rmspe_ratio_treated", ratio, got.ratio(), 1e-4);
    double p = expected.get("rmspe_ratio_rank_p").asDouble();
    reference.agree("rmspe_ratio_rank_p", p, got.placeboP(), 1e-9);
    double[] gaps = reference.numbers("expected_gaps.csv", "gap_outcome_only");
    for (int t = 0; t < gaps.length; t++) {
      reference.within("gap of " + (1955 + t), gaps[t], got.gaps()[t], 1e-4 * treated[t]);
    }
    assertThat(Arrays.stream(got.weights()).sum()).isCloseTo(1, within(1e-9));
  }

  @Test
  void illegalInputIsRefused() {
    int[] two = {0, 0, 1, 1};
    int[] times = {0, 1, 0, 1};
    double[] four = {1, 2, 3, 4};
    Panel flat = new Panel(two, times, new double[4], four);
    assertThatThrownBy(() -> DifferenceInDifferences.twoWay(flat)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new Panel(two, two, new double[4], four))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("two rows");
    assertThatThrownBy(() -> RateRatio.of(-1, 5, 5, 5)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new Counts(1, 1, 0)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> SyntheticControl.of(four, new double[1][4], 0, 2))
        .isInstanceOf(InvalidInput.class);
  }

  private static Panel staggered(long seed) {
    Random random = new Random(seed);
    int areas = 60;
    int periods = 20;
    int[] area = new int[areas * periods];
    int[] period = new int[area.length];
    double[] d = new double[area.length];
    double[] y = new double[area.length];
    for (int i = 0; i < area.length; i++) {
      area[i] = i / periods;
      period[i] = i % periods;
      int start = area[i] % 3 == 0 ? 6 : area[i] % 3 == 1 ? 12 : 99;
      d[i] = period[i] >= start ? 1 : 0;
      double effect = d[i] * 2.0 * (period[i] - start);
      y[i] = area[i] + period[i] + effect + 0.1 * random.nextGaussian();
    }
    return new Panel(area, period, d, y);
  }

  private static int firstTreated(Panel panel) {
    boolean[] ever = panel.everTreated();
    int area = 0;
    while (!ever[area]) {
      area++;
    }
    return area;
  }

  private static Panel panel(ReferenceCase reference) {
    String file = "input_panel.csv";
    double[] treated = reference.numbers(file, "treated");
    double[] post = reference.numbers(file, "post");
    double[] d = new double[treated.length];
    Arrays.setAll(d, i -> treated[i] * post[i]);
    return new Panel(
        Arrays.stream(reference.integers(file, "area")).map(a -> a - 1).toArray(),
        Arrays.stream(reference.integers(file, "month")).map(m -> m - 1).toArray(),
        d,
        reference.numbers(file, "count"));
  }

  private static Counts counts(NamedCsvRecord row, String area, String weight) {
    return new Counts(value(row, area + "_pre"), value(row, area + "_post"), value(row, weight));
  }

  private static double value(NamedCsvRecord row, String column) {
    return ReferenceCase.number(row.getField(column));
  }

  private static void agree(
      ReferenceCase reference, NamedCsvRecord want, String column, double got) {
    reference.agree(want.getField("id") + " " + column, value(want, column), got, 1e-10);
  }
}
