package org.cscc.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.effect.DifferenceInDifferences;
import org.cscc.analysis.effect.DifferenceInDifferences.Linear;
import org.cscc.analysis.effect.Panel;
import org.cscc.analysis.effect.PoissonDifference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Difference in differences. */
@Command(
    name = "difference",
    mixinStandardHelpOptions = true,
    description = {
      "Effect of a programme on treated areas against the others: two-way fixed effects, Poisson,"
          + " stacked starts, pre-trend."
    },
    footer = {
      "",
      "Example: ./cscc analyze difference cli/examples/panel.csv --outcome shootings --before 6"
          + " --after 6"
    })
final class DifferenceCommand extends OwnFilesCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "One row for each area and period")
  private Path file = Path.of("");

  @Option(
      names = "--treated",
      defaultValue = "treated",
      paramLabel = "COLUMN",
      description =
          "1 from the start on in areas that are treated, else 0 (default: ${DEFAULT-VALUE})")
  private String treated = "treated";

  @Option(
      names = "--before",
      defaultValue = "12",
      paramLabel = "N",
      description = "Periods before each start, for stacked starts (default: ${DEFAULT-VALUE})")
  private int before = 12;

  @Option(
      names = "--after",
      defaultValue = "12",
      paramLabel = "N",
      description = "Periods from each start on, for stacked starts (default: ${DEFAULT-VALUE})")
  private int after = 12;

  @Mixin private PanelOptions columns = new PanelOptions();
  @Mixin private DrawOptions draw = new DrawOptions();

  @Override
  Report report() {
    Panel panel = panel(Columns.filled(file));
    List<List<Object>> rows = new ArrayList<>();
    Linear fixed = DifferenceInDifferences.twoWay(panel);
    add(rows, "two-way fixed effects", () -> fixed);
    add(rows, "stacked starts", () -> DifferenceInDifferences.stacked(panel, before, after));
    add(rows, "trend before the start", () -> DifferenceInDifferences.preTrend(panel));
    Report report = new Report(fixed.provenance());
    try {
      PoissonDifference poisson = PoissonDifference.of(panel);
      report
          .value("poisson_rate_ratio", poisson.ratio())
          .value("poisson_lower", poisson.lower())
          .value("poisson_upper", poisson.upper())
          .value("poisson_p", poisson.p());
    } catch (InvalidInput refused) {
      report.value("poisson_rate_ratio", "refused: " + refused.getMessage());
    }
    try {
      report.value(
          "randomisation_p",
          DifferenceInDifferences.randomisationP(panel, draw.replicas(), draw.seed()));
    } catch (InvalidInput refused) {
      report.value("randomisation_p", "refused: " + refused.getMessage());
    }
    return report.table(
        ResultTable.of(List.of("estimate", "value", "se", "t", "p", "areas", "note"), rows));
  }

  private static void add(List<List<Object>> rows, String name, Supplier<Linear> estimate) {
    try {
      Linear got = estimate.get();
      rows.add(List.of(name, got.estimate(), got.seHc1(), got.t(), got.p(), got.clusters(), ""));
    } catch (InvalidInput refused) {
      double none = Double.NaN;
      rows.add(List.of(name, none, none, none, none, none, "refused: " + refused.getMessage()));
    }
  }

  private Panel panel(Columns table) {
    int[] times = table.integers(columns.period());
    int first = java.util.Arrays.stream(times).min().orElse(0);
    Map<String, Integer> numbers = new LinkedHashMap<>();
    int[] areas =
        table.texts(columns.area()).stream()
            .mapToInt(name -> numbers.computeIfAbsent(name, none -> numbers.size()))
            .toArray();
    boolean[] marks = table.marks(treated);
    double[] treatment = new double[marks.length];
    java.util.Arrays.setAll(treatment, i -> marks[i] ? 1 : 0);
    return new Panel(
        areas,
        java.util.Arrays.stream(times).map(t -> t - first).toArray(),
        treatment,
        table.known(columns.outcome()));
  }
}
