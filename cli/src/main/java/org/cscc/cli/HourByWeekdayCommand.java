package org.cscc.cli;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.cscc.analysis.HourByWeekday;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hours of the week. */
@Command(
    name = "hour-by-weekday",
    mixinStandardHelpOptions = true,
    description = {
      "Events by weekday and hour of the local clock; an event without an hour is counted apart, never at midnight."
    },
    footer = {"", "Example: ./cscc analyze hour-by-weekday cli/examples/dates.csv"})
final class HourByWeekdayCommand extends OwnFilesCommand {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "Events with a date and an hour: CSV or GeoJSON points")
  private Path file = Path.of("");

  @Mixin private DateOption date = new DateOption();

  @Option(
      names = "--hour",
      defaultValue = "hour",
      paramLabel = "COLUMN",
      description = "Hour of each event, 0 to 23, empty if not known (default: ${DEFAULT-VALUE})")
  private String hour = "hour";

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    int[] weekdays =
        Arrays.stream(columns.days(date.column()))
            .map(day -> LocalDate.ofEpochDay(day).getDayOfWeek().getValue())
            .toArray();
    double[] given = columns.numbers(hour);
    int[] hours = new int[given.length];
    for (int i = 0; i < hours.length; i++) {
      hours[i] = Double.isNaN(given[i]) ? HourByWeekday.UNKNOWN_HOUR : (int) given[i];
      if (!Double.isNaN(given[i]) && (given[i] != hours[i] || hours[i] < 0 || hours[i] > 23)) {
        throw new Refused(columns.at(hour, i) + ": an hour is a whole number from 0 to 23");
      }
    }
    HourByWeekday got = HourByWeekday.of(weekdays, hours);
    ResultTable table = new ResultTable(24).with("hour", h -> h);
    for (DayOfWeek day : DayOfWeek.values()) {
      table.with(day.name().toLowerCase(Locale.ROOT), h -> got.count(day, h));
    }
    return new Report(got.provenance())
        .value("hour_not_known", got.unknown())
        .value("largest_cell", got.largest())
        .table(table.with("all", h -> got.count(h)));
  }
}
