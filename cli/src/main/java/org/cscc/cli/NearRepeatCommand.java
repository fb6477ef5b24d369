package org.cscc.cli;

import java.nio.file.Path;
import java.util.List;
import org.cscc.analysis.Knox;
import org.cscc.analysis.KnoxBands;
import org.cscc.analysis.KnoxEvents;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Knox table. */
@Command(
    name = "near-repeat",
    mixinStandardHelpOptions = true,
    description = {
      "Near repeats: the Knox table with its exact mean and variance, and by Monte Carlo."
    },
    footer = {
      "",
      "Example: ./cscc analyze near-repeat cli/examples/events.csv --distances 0,200,400,800 --days"
          + " 0,7,14,28"
    })
final class NearRepeatCommand extends OwnFilesCommand {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "Events with a date: CSV or GeoJSON points")
  private Path file = Path.of("");

  @Option(
      names = "--distances",
      split = ",",
      defaultValue = "0,122,244,366",
      paramLabel = "METRES",
      description = "Ends of the distance bands, from 0 (default: ${DEFAULT-VALUE})")
  private double[] distances = {};

  @Option(
      names = "--days",
      split = ",",
      defaultValue = "0,7,14,28",
      paramLabel = "DAYS",
      description = "Ends of the time bands, from 0 (default: ${DEFAULT-VALUE})")
  private int[] days = {};

  @Mixin private MetricOption metric = new MetricOption();
  @Mixin private DateOption date = new DateOption();
  @Mixin private PlaceOptions places = new PlaceOptions();
  @Mixin private DrawOptions draw = new DrawOptions();

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    Plane plane = places.plane(columns);
    KnoxBands bands = KnoxBands.of(distances, days, metric.metric());
    Knox.Table table =
        Knox.simulated(
            KnoxEvents.of(plane.x(), plane.y(), columns.days(date.column())),
            bands,
            draw.replicas(),
            draw.seed());
    List<Knox.Cell> cells = table.cells();
    return new Report(table.provenance())
        .value("pairs", table.pairs())
        .table(
            new ResultTable(cells.size())
                .with("metres_from", i -> distances[cells.get(i).spaceBand()])
                .with("metres_below", i -> distances[cells.get(i).spaceBand() + 1])
                .with("days_from", i -> days[cells.get(i).timeBand()])
                .with("days_below", i -> days[cells.get(i).timeBand() + 1])
                .with("pairs", i -> cells.get(i).observed())
                .with("expected", i -> cells.get(i).expected())
                .with("ratio", i -> cells.get(i).ratio())
                .with("z", i -> cells.get(i).z())
                .with("p", i -> cells.get(i).p()));
  }
}
