package org.cscc.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.cscc.analysis.RollingCounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Rolling counts. */
@Command(
    name = "rolling-counts",
    mixinStandardHelpOptions = true,
    description = {"Events of the last 7, 28 and 365 days up to a day."},
    footer = {"", "Example: ./cscc analyze rolling-counts cli/examples/events.csv --on 2026-09-30"})
final class RollingCountsCommand extends OwnFilesCommand {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "Events with a date: CSV or GeoJSON points")
  private Path file = Path.of("");

  @Mixin private DateOption date = new DateOption();
  @Mixin private DayOption day = new DayOption();

  @Override
  Report report() {
    int[] days = Columns.filled(file).days(date.column());
    Arrays.sort(days);
    LocalDate on = day.orLast(days);
    RollingCounts got = RollingCounts.endingOn((int) on.toEpochDay(), days);
    return new Report(got.provenance().with("last_day", on))
        .value("last_7_days", got.last7())
        .value("last_28_days", got.last28())
        .value("last_365_days", got.last365());
  }
}
