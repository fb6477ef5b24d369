package org.cscc.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cscc.analysis.accuracy.MapAccuracy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hit rate, PAI, PEI. */
@Command(
    name = "map-accuracy",
    mixinStandardHelpOptions = true,
    description = {
      "How good a map was on later events: hit rate, PAI, PEI at several shares of the area."
    },
    footer = {
      "",
      "Example: ./cscc analyze map-accuracy cli/examples/cells.csv --map map --events later --area"
          + " km2"
    })
final class MapAccuracyCommand extends OwnFilesCommand {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "One row for each cell, in a fixed order: ties go to the first")
  private Path file = Path.of("");

  @Option(
      names = "--map",
      defaultValue = "map",
      paramLabel = "COLUMN",
      description = "What the map said about the cell (default: ${DEFAULT-VALUE})")
  private String map = "map";

  @Option(
      names = "--events",
      defaultValue = "events",
      paramLabel = "COLUMN",
      description = "Events that came later (default: ${DEFAULT-VALUE})")
  private String events = "events";

  @Option(
      names = "--area",
      defaultValue = "area",
      paramLabel = "COLUMN",
      description = "Size of the cell (default: ${DEFAULT-VALUE})")
  private String area = "area";

  @Option(
      names = "--shares",
      split = ",",
      defaultValue = "0.01,0.05,0.1,0.25",
      paramLabel = "SHARE",
      description = "Shares of the area to look at (default: ${DEFAULT-VALUE})")
  private double[] shares = {};

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    MapAccuracy map =
        MapAccuracy.of(columns.known(this.map), columns.counts(events), columns.amounts(area));
    List<MapAccuracy.Score> scores = Arrays.stream(shares).mapToObj(map::atAreaShare).toList();
    return new Report(map.provenance())
        .value("events", map.events())
        .value("area", map.area())
        .value("area_under_hit_rate_curve", map.areaUnderCurve())
        .table(
            new ResultTable(scores.size())
                .with("asked_share", shares)
                .with("cells", i -> scores.get(i).cells())
                .with("area_share", i -> scores.get(i).areaShare())
                .with("hits", i -> scores.get(i).hits())
                .with("hit_rate", i -> scores.get(i).hitRate())
                .with("pai", i -> scores.get(i).pai())
                .with("pei", i -> scores.get(i).pei()));
  }
}
