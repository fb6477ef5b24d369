package org.cscc.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.cscc.analysis.NearRepeatWindows;
import org.cscc.analysis.NearRepeatWindows.Window;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Near-repeat windows. */
@Command(
    name = "risk-windows",
    mixinStandardHelpOptions = true,
    description = {
      "Windows of raised risk around events: open on a day, with the day on which each closes by"
          + " itself."
    },
    footer = {
      "",
      "Example: ./cscc analyze risk-windows cli/examples/events.csv --radius 200 --days 14 --on"
          + " 2026-09-30"
    })
final class RiskWindowsCommand extends OwnFilesCommand {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "Events with a date: CSV or GeoJSON points")
  private Path file = Path.of("");

  @Option(
      names = "--radius",
      defaultValue = "122",
      paramLabel = "METRES",
      description = "Reach of a window (default: ${DEFAULT-VALUE})")
  private double radius = 122;

  @Option(
      names = "--days",
      defaultValue = "14",
      paramLabel = "DAYS",
      description = "How long a window stays open (default: ${DEFAULT-VALUE})")
  private int days = 14;

  @Mixin private MetricOption metric = new MetricOption();
  @Mixin private DayOption on = new DayOption();
  @Mixin private DateOption date = new DateOption();
  @Mixin private IdOption id = new IdOption();
  @Mixin private PlaceOptions places = new PlaceOptions();

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    List<String> ids = columns.idsOrNumbers(id.column());
    int[] dates = columns.days(date.column());
    Plane plane = places.plane(columns);
    int day = (int) on.orLast(dates).toEpochDay();
    NearRepeatWindows windows =
        NearRepeatWindows.of(
            plane.x(),
            plane.y(),
            dates,
            new NearRepeatWindows.Settings(radius, days, metric.metric()));
    List<Window> open = windows.openOn(day);
    return new Report(windows.provenance().with("on", LocalDate.ofEpochDay(day)))
        .value("open_windows", open.size())
        .table(
            new ResultTable(open.size())
                .with("event", i -> ids.get(open.get(i).event()))
                .with("opened", i -> LocalDate.ofEpochDay(open.get(i).openedOn()))
                .with("last_day", i -> LocalDate.ofEpochDay(open.get(i).lastDay()))
                .with("repeats", i -> open.get(i).repeats().size())
                .at(
                    i -> {
                      int event = open.get(i).event();
                      return plane.point(plane.x()[event], plane.y()[event]);
                    }));
  }
}
