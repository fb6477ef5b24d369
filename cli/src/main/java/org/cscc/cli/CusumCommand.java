package org.cscc.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cscc.analysis.trend.Cusum;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** CUSUM. */
@Command(
    name = "cusum",
    mixinStandardHelpOptions = true,
    description = {
      "Slow rises: CUSUM of counts against a mean in control, with the transform of Rossi."
    },
    footer = {
      "",
      "Example: ./cscc analyze cusum cli/examples/weeks.csv --by area --baseline 208 --last 4"
    })
final class CusumCommand extends OwnFilesCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "Counts by period")
  private Path file = Path.of("");

  @Option(
      names = "--k",
      defaultValue = "1.04",
      paramLabel = "NUMBER",
      description =
          "How far above the mean still passes, in standard deviations (default: ${DEFAULT-VALUE})")
  private double k = 1.04;

  @Option(
      names = "--h",
      defaultValue = "2.26",
      paramLabel = "NUMBER",
      description = "Alarm from here on (default: ${DEFAULT-VALUE})")
  private double h = 2.26;

  @Option(
      names = "--baseline",
      defaultValue = "104",
      paramLabel = "N",
      description =
          "The mean in control is that of so many first periods (default: ${DEFAULT-VALUE})")
  private int baseline = 104;

  @Mixin private LastOption last = new LastOption();
  @Mixin private SeriesOptions series = new SeriesOptions();

  @Override
  Report report() {
    List<List<Object>> rows = new ArrayList<>();
    List<SeriesOptions.Series> all = series.of(Columns.filled(file));
    Cusum some = null;
    for (SeriesOptions.Series one : all) {
      int n = one.counts().length;
      if (baseline < 1 || baseline >= n) {
        throw new Refused(
            "--baseline " + baseline + " must lie below the " + n + " periods of " + one.area());
      }
      double mean = Arrays.stream(one.counts(), 0, baseline).average().orElse(0);
      int[] watched = Arrays.copyOfRange(one.counts(), baseline, n);
      Cusum got = Cusum.of(watched, mean, k, h, Cusum.Transform.ROSSI);
      some = some == null ? got : some;
      for (int t = Math.max(0, watched.length - last.periods()); t < watched.length; t++) {
        rows.add(
            List.of(
                one.area(),
                one.periods().get(baseline + t),
                watched[t],
                mean,
                got.sum()[t],
                ResultTable.yesNo(got.alarm()[t])));
      }
    }
    return new Report(
            java.util.Objects.requireNonNull(some).provenance().with("series", all.size()))
        .table(
            ResultTable.of(
                List.of("area", "period", "count", "mean_in_control", "sum", "alarm"), rows));
  }
}
