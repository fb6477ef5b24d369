package org.cscc.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cscc.analysis.effect.DifferenceInDifferences;
import org.cscc.analysis.effect.Displacement;
import org.cscc.analysis.effect.Displacement.Counts;
import org.cscc.analysis.effect.Panel;
import org.cscc.analysis.effect.PoissonDifference;
import org.cscc.analysis.effect.PredictorControl;
import org.cscc.analysis.effect.SyntheticControl;

/** Effects of interventions of a case. */
final class EffectCase {
  /** The reference writes this one interval with the rounded quantile. */
  private static final double ROUNDED_Z = 1.96;

  private EffectCase() {}

  static CaseAnswer displacement(CaseFolder folder) {
    Columns designs = folder.input("designs");
    List<Displacement> effects = new ArrayList<>();
    for (int i = 0; i < designs.size(); i++) {
      effects.add(
          Displacement.of(
              counts(designs, i, "control", "aw_c"),
              counts(designs, i, "treated", "aw_t"),
              counts(designs, i, "dispc", "aw_dc"),
              counts(designs, i, "dispt", "aw_dt"),
              designs.numbers("tw_pre")[i],
              designs.numbers("tw_post")[i],
              designs.numbers("alpha")[i]));
    }
    ResultTable table =
        new ResultTable(effects.size())
            .with("id", designs.texts("id"))
            .with("Est_Local", i -> effects.get(i).local().value())
            .with("SE_Local", i -> effects.get(i).local().se())
            .with("Est_Displace", i -> effects.get(i).displaced().value())
            .with("SE_Displace", i -> effects.get(i).displaced().se())
            .with("Est_Total", i -> effects.get(i).total().value())
            .with("SE_Total", i -> effects.get(i).total().se())
            .with("Z", i -> effects.get(i).total().value() / effects.get(i).total().se())
            .with("LowCI", i -> effects.get(i).total().lower())
            .with("HighCI", i -> effects.get(i).total().upper())
            .with("p_two_sided", i -> effects.get(i).p())
            .with("WDQ", i -> effects.get(i).quotient());
    return new CaseAnswer().table("effects", odds(table, designs));
  }

  /** Odds ratio of the local design and its 95 % interval, {@code T0 C1 / (T1 C0)}. */
  private static ResultTable odds(ResultTable table, Columns designs) {
    double[] t0 = designs.numbers("treated_pre");
    double[] t1 = designs.numbers("treated_post");
    double[] c0 = designs.numbers("control_pre");
    double[] c1 = designs.numbers("control_post");
    double[] log = new double[t0.length];
    double[] reach = new double[t0.length];
    for (int i = 0; i < log.length; i++) {
      log[i] = Math.log(t0[i] * c1[i] / (t1[i] * c0[i]));
      reach[i] = ROUNDED_Z * Math.sqrt(1 / t0[i] + 1 / t1[i] + 1 / c0[i] + 1 / c1[i]);
    }
    return table
        .with("odds_ratio", i -> Math.exp(log[i]))
        .with("OR_lo95", i -> Math.exp(log[i] - reach[i]))
        .with("OR_hi95", i -> Math.exp(log[i] + reach[i]));
  }

  static CaseAnswer differences(CaseFolder folder) {
    Columns input = folder.input("panel");
    double[] treated = input.numbers("treated");
    double[] post = input.numbers("post");
    double[] both = new double[treated.length];
    Arrays.setAll(both, i -> treated[i] * post[i]);
    Panel panel =
        new Panel(
            numbered(input.texts("area")),
            numbered(input.texts("month")),
            both,
            input.numbers("count"));
    DifferenceInDifferences.Linear fe = DifferenceInDifferences.twoWay(panel);
    DifferenceInDifferences.Linear two = DifferenceInDifferences.twoByTwo(panel);
    PoissonDifference poisson = PoissonDifference.of(panel);
    return new CaseAnswer()
        .value(
            "twfe",
            CaseAnswer.object(
                "estimate", fe.estimate(),
                "se_HC0_cluster", fe.seClusters(),
                "se_HC1_cluster", fe.seHc1(),
                "t_HC1", fe.t(),
                "df", fe.clusters() - 1,
                "p_t", fe.p(),
                "se_nested_fe_dof", fe.seNested()))
        .value(
            "two_by_two",
            CaseAnswer.object("estimate", two.estimate(), "se_HC1_cluster", two.seHc1()))
        .value(
            "poisson_fe",
            CaseAnswer.object(
                "log_irr", poisson.logRatio(),
                "irr", poisson.ratio(),
                "se_cluster_HC0", poisson.se(),
                "pct_change", 100 * (poisson.ratio() - 1)))
        .value("N", fe.rows())
        .value("K", fe.parameters())
        .value("clusters", fe.clusters());
  }

  static CaseAnswer synthetic(CaseFolder folder) {
    Columns input = folder.input("outcomes");
    int[] times = input.integers("time");
    int first = Arrays.stream(times).min().orElseThrow();
    int periods = Arrays.stream(times).max().orElseThrow() - first + 1;
    double[] outcome = input.numbers("outcome");
    List<String> units = input.texts("unit");
    Map<String, double[]> series = new LinkedHashMap<>();
    for (int i = 0; i < times.length; i++) {
      series.computeIfAbsent(units.get(i), unit -> new double[periods])[times[i] - first] =
          outcome[i];
    }
    double[] treated = series.remove("treated");
    if (treated == null) {
      throw new Refused("no unit is called treated");
    }
    double[] pre = CaseFolder.numbers(folder.setting("pre"));
    int fitFrom = (int) pre[0] - first;
    int start = (int) pre[1] - first + 1;
    SyntheticControl got =
        SyntheticControl.of(treated, series.values().toArray(double[][]::new), fitFrom, start);
    Map<String, Object> weights = shares(series, got.weights());
    Columns predictors = folder.input("predictors");
    PredictorControl second =
        onPredictors(
            folder,
            new PredictorControl.Data(
                treated,
                series.values().toArray(double[][]::new),
                predictors.numbers("treated"),
                series.keySet().stream().map(predictors::numbers).toArray(double[][]::new),
                fitFrom,
                start));
    List<String> names = predictors.texts("predictor");
    Map<String, Object> importance = new LinkedHashMap<>();
    for (int k = 0; k < names.size(); k++) {
      importance.put(names.get(k), second.importance()[k]);
    }
    return new CaseAnswer()
        .value("pre", List.of((int) pre[0], (int) pre[1]))
        .value(
            "synth",
            CaseAnswer.object(
                "weights", shares(series, second.weights()),
                "v", importance,
                "loss_v", second.preMspe()))
        .value(
            "outcome_only",
            CaseAnswer.object(
                "weights", weights,
                "pre_mspe", got.preMspe(),
                "rmspe_ratio_rank_p", got.placeboP(),
                "rmspe_ratio_treated", got.ratio()))
        .table(
            "gaps",
            new ResultTable(periods)
                .with("time", i -> first + i)
                .with("gap_outcome_only", got.gaps())
                .with("gap_synth", second.gaps()));
  }

  /**
   * Different importances serve equally well, so answers can only be compared under the same one:
   * where the case names the importance it was answered with, it is taken over, else searched.
   */
  private static PredictorControl onPredictors(CaseFolder folder, PredictorControl.Data data) {
    List<Double> named = new ArrayList<>();
    folder.expectedSetting("synth").path("v").forEach(value -> named.add(value.asDouble()));
    return named.isEmpty()
        ? PredictorControl.searched(data)
        : PredictorControl.of(data, named.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static Map<String, Object> shares(Map<String, double[]> donors, double[] shares) {
    Map<String, Object> byName = new LinkedHashMap<>();
    int j = 0;
    for (String donor : donors.keySet()) {
      byName.put(donor, shares[j++]);
    }
    return byName;
  }

  private static Counts counts(Columns designs, int row, String area, String weight) {
    return new Counts(
        designs.numbers(area + "_pre")[row],
        designs.numbers(area + "_post")[row],
        designs.numbers(weight)[row]);
  }

  /** Numbers from 0 in the order in which names first appear. */
  private static int[] numbered(List<String> names) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    return names.stream()
        .mapToInt(name -> numbers.computeIfAbsent(name, none -> numbers.size()))
        .toArray();
  }
}
