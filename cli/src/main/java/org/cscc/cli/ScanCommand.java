package org.cscc.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.cscc.analysis.scan.PoissonScan;
import org.cscc.analysis.scan.ScanCluster;
import org.cscc.analysis.scan.ScanLocations;
import org.cscc.analysis.scan.ScanResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Spatial scan statistic. */
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    description = {
      "Clusters of high rates: the spatial scan statistic of Kulldorff, circles, Poisson."
    },
    footer = {
      "",
      "Example: ./cscc analyze scan cli/examples/areas.csv --cases shootings --population"
          + " population"
    })
final class ScanCommand extends OwnFilesCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "Places: CSV or GeoJSON")
  private Path file = Path.of("");

  @Option(
      names = "--cases",
      defaultValue = "cases",
      paramLabel = "COLUMN",
      description = "Number of cases (default: ${DEFAULT-VALUE})")
  private String cases = "cases";

  @Option(
      names = "--population",
      defaultValue = "population",
      paramLabel = "COLUMN",
      description = "People, or another exposure (default: ${DEFAULT-VALUE})")
  private String population = "population";

  @Option(
      names = "--max-share",
      defaultValue = "0.5",
      paramLabel = "SHARE",
      description = "Largest share of the population in a cluster (default: ${DEFAULT-VALUE})")
  private double maxShare = 0.5;

  @Option(names = "--max-radius", paramLabel = "METRES", description = "Largest radius")
  private double maxRadius = Double.POSITIVE_INFINITY;

  @Mixin private IdOption id = new IdOption();
  @Mixin private PlaceOptions places = new PlaceOptions();
  @Mixin private DrawOptions draw = new DrawOptions();

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    List<String> ids = columns.idsOrNumbers(id.column());
    Plane plane = places.plane(columns);
    ScanResult result =
        PoissonScan.of(
            ScanLocations.planar(plane.x(), plane.y()),
            columns.amounts(population),
            columns.counts(cases),
            new PoissonScan.Settings(maxShare, maxRadius, 2, draw.replicas(), draw.seed()));
    List<ScanCluster> found = result.clusters();
    return new Report(result.provenance())
        .value("cases", result.total())
        .value("clusters", found.size())
        .table(
            clusters(found, ids, plane)
                .with("population", i -> found.get(i).weight())
                .with("relative_risk", i -> found.get(i).relativeRisk(result.total())));
  }

  /** The columns that every scan has; a cluster lies at its centre. */
  static ResultTable clusters(List<ScanCluster> found, List<String> ids, Plane plane) {
    return new ResultTable(found.size())
        .with("centre", i -> ids.get(found.get(i).centre()))
        .with(
            "places",
            i ->
                Arrays.stream(found.get(i).locations())
                    .mapToObj(ids::get)
                    .collect(Collectors.joining(" ")))
        .with("radius", i -> found.get(i).radius())
        .with("cases", i -> found.get(i).cases())
        .with("expected", i -> found.get(i).expected())
        .with("log_likelihood_ratio", i -> found.get(i).ratio())
        .with("p", i -> found.get(i).p())
        .at(i -> plane.point(plane.x()[found.get(i).centre()], plane.y()[found.get(i).centre()]));
  }
}
