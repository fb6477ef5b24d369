package org.cscc.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cscc.analysis.effect.SyntheticControl;
import picocli.CommandLine.Command;
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
      names = "--area",
      defaultValue = "area",
      paramLabel = "COLUMN",
      description = "Area of each row (default: ${DEFAULT-VALUE})")
  private String area = "area";

  @Option(
      names = "--period",
      defaultValue = "period",
      paramLabel = "COLUMN",
      description = "Number of the period of each row (default: ${DEFAULT-VALUE})")
  private String period = "period";

  @Option(
      names = "--outcome",
      defaultValue = "outcome",
      paramLabel = "COLUMN",
      description = "What is measured (default: ${DEFAULT-VALUE})")
  private String outcome = "outcome";

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

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    int[] times = columns.integers(period);
    int first = Arrays.stream(times).min().orElse(0);
    int periods = Arrays.stream(times).max().orElse(0) - first + 1;
    double[] values = columns.known(outcome);
    List<String> areas = columns.texts(area);
    Map<String, double[]> series = new LinkedHashMap<>();
    for (int i = 0; i < times.length; i++) {
      series.computeIfAbsent(areas.get(i), none -> unknown(periods))[times[i] - first] = values[i];
    }
    series.forEach((name, own) -> whole(name, own, first));
    double[] own = series.remove(treated);
    if (own == null) {
      throw new Refused("No area is called '" + treated + "'; there are " + series.keySet());
    }
    SyntheticControl got =
        SyntheticControl.of(own, series.values().toArray(double[][]::new), 0, start - first);
    Map<String, Object> shares = new LinkedHashMap<>();
    int j = 0;
    for (String donor : series.keySet()) {
      double share = got.weights()[j++];
      if (share > 5e-4) {
        shares.put(donor, Math.round(share * 1000) / 1000.0);
      }
    }
    return new Report(got.provenance().with("treated", treated))
        .value("shares", shares)
        .value("root_mean_squared_error_before", Math.sqrt(got.preMspe()))
        .value("error_ratio_after_to_before", got.ratio())
        .value("placebo_p", got.placeboP())
        .table(
            new ResultTable(periods)
                .with("period", i -> first + i)
                .with("treated", own)
                .with("synthetic", i -> own[i] - got.gaps()[i])
                .with("gap", got.gaps()));
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
