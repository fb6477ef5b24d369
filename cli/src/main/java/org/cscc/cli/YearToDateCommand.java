package org.cscc.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.cscc.analysis.YearToDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** This year so far. */
@Command(
    name = "year-to-date",
    mixinStandardHelpOptions = true,
    description = {
      "This year so far against the same dates of the three years before: exact test against last year, and the usual range."
    },
    footer = {"", "Example: ./cscc analyze year-to-date cli/examples/dates.csv --on 2026-09-30"})
final class YearToDateCommand extends OwnFilesCommand {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "Events with a date: CSV or GeoJSON points")
  private Path file = Path.of("");

  @Mixin private DateOption date = new DateOption();
  @Mixin private DayOption day = new DayOption();

  @Option(
      names = "--covered-from",
      paramLabel = "DATE",
      description = "First day for which the file is complete. Default: the day of the first event")
  private @Nullable LocalDate coveredFrom;

  @Override
  Report report() {
    int[] days = Columns.filled(file).days(date.column());
    Arrays.sort(days);
    LocalDate from = coveredFrom == null ? LocalDate.ofEpochDay(days[0]) : coveredFrom;
    YearToDate got = YearToDate.of(day.orLast(days), days, from);
    Report report =
        new Report(got.provenance().with("last_day", got.day()))
            .value("this_year", got.count())
            .value("days", got.days());
    got.threeYearMean().ifPresent(mean -> report.value("mean_of_three_years", mean));
    got.change()
        .ifPresent(
            change ->
                report
                    .value("ratio_to_last_year", change.rateRatio())
                    .value("ratio_lower", change.lower())
                    .value("ratio_upper", change.upper())
                    .value("p", change.p()));
    got.usual()
        .ifPresent(
            usual ->
                report
                    .value("usual_from", usual.lower())
                    .value("usual_to", usual.upper())
                    .value(
                        "this_year_is",
                        usual.position(got.count()).name().toLowerCase(Locale.ROOT)));
    return report.table(
        new ResultTable(got.earlier().size())
            .with("year", i -> got.earlier().get(i).year())
            .with("events", i -> got.earlier().get(i).count())
            .with("days", i -> got.earlier().get(i).days()));
  }
}
