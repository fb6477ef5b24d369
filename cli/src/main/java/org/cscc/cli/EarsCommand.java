package org.cscc.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cscc.analysis.trend.Ears;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** EARS C1 to C3. */
@Command(
    name = "ears",
    mixinStandardHelpOptions = true,
    description = {"Aberrations in short series: EARS C1, C2 and C3."},
    footer = {"", "Example: ./cscc analyze ears cli/examples/weeks.csv --by area --last 4"})
final class EarsCommand extends OwnFilesCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "Counts by period")
  private Path file = Path.of("");

  @Option(
      names = "--alpha",
      defaultValue = "0.001",
      paramLabel = "SHARE",
      description = "One-sided level of C1 and C2 (default: ${DEFAULT-VALUE})")
  private double alpha = 0.001;

  @Option(
      names = "--alpha-c3",
      defaultValue = "0.025",
      paramLabel = "SHARE",
      description = "Level of C3 (default: ${DEFAULT-VALUE})")
  private double alphaC3 = 0.025;

  @Option(
      names = "--least-sd",
      defaultValue = "0.5",
      paramLabel = "NUMBER",
      description =
          "Least standard deviation: without one the first event after silence alarms (default:"
              + " ${DEFAULT-VALUE})")
  private double leastSd = 0.5;

  @Mixin private LastOption last = new LastOption();
  @Mixin private SeriesOptions series = new SeriesOptions();

  @Override
  Report report() {
    List<List<Object>> rows = new ArrayList<>();
    List<SeriesOptions.Series> all = series.of(Columns.filled(file));
    Ears first = Ears.c1(all.getFirst().counts(), alpha, leastSd);
    for (SeriesOptions.Series one : all) {
      Ears c1 = Ears.c1(one.counts(), alpha, leastSd);
      Ears c2 = Ears.c2(one.counts(), alpha, leastSd);
      Ears c3 = Ears.c3(one.counts(), alphaC3, leastSd);
      int n = one.counts().length;
      for (int t = Math.max(0, n - last.periods()); t < n; t++) {
        rows.add(
            List.of(
                one.area(),
                one.periods().get(t),
                one.counts()[t],
                c1.upper()[t],
                ResultTable.yesNo(c1.alarm()[t]),
                c2.upper()[t],
                ResultTable.yesNo(c2.alarm()[t]),
                c3.upper()[t],
                ResultTable.yesNo(c3.alarm()[t])));
      }
    }
    return new Report(first.provenance().with("alpha_c3", alphaC3).with("series", all.size()))
        .table(
            ResultTable.of(
                List.of(
                    "area",
                    "period",
                    "count",
                    "c1_upper",
                    "c1_alarm",
                    "c2_upper",
                    "c2_alarm",
                    "c3_upper",
                    "c3_alarm"),
                rows));
  }
}
