package org.cscc.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cscc.analysis.effect.PredictorControl;
import org.cscc.analysis.effect.SyntheticControl;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Synthetic control. */
@Command(
    name = "synthetic-control",
    mixinStandardHelpOptions = true,
    description = {
      "One treated area against a mixture of untreated ones that ran like it before, with placebo"
          + " rank."
    },
    footer = {
      "",
      "Example: ./cscc analyze synthetic-control cli/examples/outcomes.csv --treated north --start"
          + " 13"
    })
final class SyntheticControlCommand extends OwnFilesCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "One row for each area and period")
  private Path file = Path.of("");

  @Option(
      names = "--treated",
      required = true,
      paramLabel = "AREA",
      description = "Name of the treated area")
  private String treated = "";

  @Option(
      names = "--start",
      required = true,
      paramLabel = "PERIOD",
      description = "First period under treatment")
  private int start;

  @Option(
      names = "--predictors",
      paramLabel = "FILE",
      description =
          "Match predictors, not the past outcome: a column predictor, then one for each area")
  private @Nullable Path predictors;

  @Mixin private PanelOptions names = new PanelOptions();

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    int[] times = columns.integers(names.period());
    int first = Arrays.stream(times).min().orElse(0);
    int periods = Arrays.stream(times).max().orElse(0) - first + 1;
    double[] values = columns.known(names.outcome());
    List<String> areas = columns.texts(names.area());
    Map<String, double[]> series = new LinkedHashMap<>();
    for (int i = 0; i < times.length; i++) {
      series.computeIfAbsent(areas.get(i), none -> unknown(periods))[times[i] - first] = values[i];
    }
    series.forEach((name, own) -> whole(name, own, first));
    double[] own = series.remove(treated);
    if (own == null) {
      throw new Refused("No area is called '" + treated + "'; there are " + series.keySet());
    }
    double[][] donors = series.values().toArray(double[][]::new);
    List<String> names = List.copyOf(series.keySet());
    return predictors == null
        ? onOutcomes(own, donors, names, first)
        : onPredictors(predictors, own, donors, names, first);
  }

  private Report onOutcomes(double[] own, double[][] donors, List<String> names, int first) {
    SyntheticControl got = SyntheticControl.of(own, donors, 0, start - first);
    return new Report(got.provenance().with("treated", treated))
        .value("shares", shares(names, got.weights()))
        .value("root_mean_squared_error_before", Math.sqrt(got.preMspe()))
        .value("error_ratio_after_to_before", got.ratio())
        .value("placebo_p", got.placeboP())
        .table(gaps(own, got.gaps(), first));
  }

  private Report onPredictors(
      Path table, double[] own, double[][] donors, List<String> names, int first) {
    Columns columns = Columns.filled(table);
    double[][] known = names.stream().map(columns::known).toArray(double[][]::new);
    PredictorControl got =
        PredictorControl.searched(
            new PredictorControl.Data(
                own, donors, columns.known(treated), known, 0, start - first));
    return new Report(got.provenance().with("treated", treated))
        .value("shares", shares(names, got.weights()))
        .value("importance", shares(columns.texts("predictor"), got.importance()))
        .value("root_mean_squared_error_before", Math.sqrt(got.preMspe()))
        .table(gaps(own, got.gaps(), first));
  }

  private static ResultTable gaps(double[] own, double[] gaps, int first) {
    return new ResultTable(own.length)
        .with("period", i -> first + i)
        .with("treated", own)
        .with("synthetic", i -> own[i] - gaps[i])
        .with("gap", gaps);
  }

  /** Shares of at least half a thousandth, by name. */
  private static Map<String, Object> shares(List<String> names, double[] values) {
    Map<String, Object> shares = new LinkedHashMap<>();
    for (int j = 0; j < values.length; j++) {
      if (values[j] >= 5e-4) {
        shares.put(names.get(j), Math.round(values[j] * 1000) / 1000.0);
      }
    }
    return shares;
  }

  private static double[] unknown(int periods) {
    double[] values = new double[periods];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  private static void whole(String name, double[] values, int first) {
    for (int t = 0; t < values.length; t++) {
      if (Double.isNaN(values[t])) {
        throw new Refused(
            "Area '"
                + name
                + "' has no row for period "
                + (first + t)
                + ": add it or leave it out");
      }
    }
  }
}
