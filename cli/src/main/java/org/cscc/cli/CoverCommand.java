package org.cscc.cli;

import java.nio.file.Path;
import java.util.List;
import org.cscc.analysis.allocation.Choice;
import org.cscc.analysis.allocation.MaximalCovering;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Maximal covering. */
@Command(
    name = "cover",
    mixinStandardHelpOptions = true,
    description = {
      "Where to put a few sites so that most demand is within reach: the best choice, with its"
          + " proof."
    },
    footer = {
      "",
      "Example: ./cscc analyze cover cli/examples/sites.csv cli/examples/areas.csv --sites 3"
          + " --radius 1500 --weight need"
    })
final class CoverCommand extends OwnFilesCommand {
  @Parameters(index = "0", paramLabel = "SITES", description = "Candidate sites: CSV or GeoJSON")
  private Path file = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "DEMAND",
      description = "Places with a demand: CSV or GeoJSON")
  private Path demand = Path.of("");

  @Option(
      names = "--weight",
      defaultValue = "weight",
      paramLabel = "COLUMN",
      description = "Demand at each place (default: ${DEFAULT-VALUE})")
  private String weight = "weight";

  @Option(names = "--sites", required = true, paramLabel = "N", description = "Most sites")
  private int sites;

  @Option(
      names = "--radius",
      required = true,
      paramLabel = "METRES",
      description = "Reach of a site")
  private double radius;

  @Mixin private SolverOptions solver = new SolverOptions();
  @Mixin private PlaceOptions places = new PlaceOptions();

  @Override
  Report report() {
    Columns candidates = Columns.filled(file);
    Columns wanted = Columns.filled(demand);
    Plane from = places.plane(candidates);
    Plane to = places.plane(wanted);
    if (!Double.isNaN(from.lon0())) {
      to = to.about(from.lon0(), from.lat0());
    }
    MaximalCovering covering =
        MaximalCovering.within(from.x(), from.y(), to.x(), to.y(), wanted.amounts(weight), radius);
    Choice best = covering.choose(sites, solver.milliseconds());
    Choice greedy = covering.greedy(sites);
    List<String> ids = candidates.idsOrNumbers("id");
    ResultTable rows =
        new ResultTable(ids.size())
            .with("id", ids)
            .with("chosen", i -> ResultTable.yesNo(best.chosen()[i]))
            .with("chosen_by_greedy", i -> ResultTable.yesNo(greedy.chosen()[i]));
    return ChooseSitesCommand.choice(best)
        .value("greedy_objective", greedy.objective())
        .table(places.placed(rows, candidates));
  }
}
