package org.cscc.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.cscc.analysis.scan.ScanCluster;
import org.cscc.analysis.scan.ScanLocations;
import org.cscc.analysis.scan.ScanResult;
import org.cscc.analysis.scan.SpaceTimePermutation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prospective space-time permutation scan. */
@Command(
    name = "space-time-scan",
    mixinStandardHelpOptions = true,
    description = {
      "Clusters that are alive on the last day: the prospective space-time permutation scan of"
          + " Kulldorff."
    },
    footer = {
      "",
      "Example: ./cscc analyze space-time-scan cli/examples/events.csv --max-radius 1500 --max-days"
          + " 21 --replicas 99"
    })
final class SpaceTimeScanCommand extends OwnFilesCommand {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description =
          "Events with a date: CSV or GeoJSON points. Events at the same x and y share a place")
  private Path file = Path.of("");

  @Option(
      names = "--max-radius",
      defaultValue = "3000",
      paramLabel = "METRES",
      description = "Largest radius (default: ${DEFAULT-VALUE})")
  private double maxRadius = 3000;

  @Option(
      names = "--max-days",
      defaultValue = "30",
      paramLabel = "DAYS",
      description = "Longest cluster in days (default: ${DEFAULT-VALUE})")
  private int maxDays = 30;

  @Option(
      names = "--last-day",
      paramLabel = "DATE",
      description = "Default: the day of the last event")
  private @Nullable LocalDate lastDay;

  @Mixin private DateOption date = new DateOption();
  @Mixin private PlaceOptions places = new PlaceOptions();
  @Mixin private DrawOptions draw = new DrawOptions();

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    int[] days = columns.days(date.column());
    Plane plane = places.plane(columns);
    SamePlaces same = SamePlaces.of(plane);
    int last = lastDay == null ? Arrays.stream(days).max().orElse(0) : (int) lastDay.toEpochDay();
    ScanResult result =
        SpaceTimePermutation.of(
            ScanLocations.planar(same.x(), same.y()),
            same.placeOf(),
            days,
            last,
            new SpaceTimePermutation.Settings(
                0.5, maxRadius, maxDays, 2, draw.replicas(), draw.seed()));
    List<ScanCluster> found = result.clusters();
    Plane distinct = new Plane(same.x(), same.y(), plane.lon0(), plane.lat0());
    return new Report(result.provenance().with("last_day", LocalDate.ofEpochDay(last)))
        .value("events", result.total())
        .value("places", same.x().length)
        .value("clusters", found.size())
        .table(
            ScanCommand.clusters(found, same.names(), distinct)
                .with("days", i -> found.get(i).days())
                .with("first_day", i -> LocalDate.ofEpochDay(last - found.get(i).days() + 1L))
                .with("recurrence_days", i -> found.get(i).recurrenceDays()));
  }
}
