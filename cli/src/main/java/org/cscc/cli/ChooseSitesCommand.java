package org.cscc.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cscc.analysis.allocation.Choice;
import org.cscc.analysis.allocation.SiteSelection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Site selection. */
@Command(
    name = "choose-sites",
    mixinStandardHelpOptions = true,
    description = {
      "Which sites to treat within a budget, fair to priority areas: the best choice, with its"
          + " proof."
    },
    footer = {
      "",
      "Example: ./cscc analyze choose-sites cli/examples/sites.csv cli/examples/areas.csv --budget"
          + " 60000 --most-per-area 2"
    })
final class ChooseSitesCommand extends OwnFilesCommand {
  @Parameters(
      index = "0",
      paramLabel = "SITES",
      description = "Sites with the columns id, area, cost, benefit")
  private Path file = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "AREAS",
      description = "Areas with the columns id, priority (1 or 0)")
  private Path areas = Path.of("");

  @Option(names = "--budget", required = true, paramLabel = "MONEY", description = "Most to spend")
  private double budget;

  @Option(
      names = "--priority-share",
      defaultValue = "0.6",
      paramLabel = "SHARE",
      description = "Least share of the spending in priority areas (default: ${DEFAULT-VALUE})")
  private double priorityShare = 0.6;

  @Option(
      names = "--most-per-area",
      defaultValue = "8",
      paramLabel = "N",
      description = "Most sites in an area (default: ${DEFAULT-VALUE})")
  private int mostPerArea = 8;

  @Option(
      names = "--least-per-priority-area",
      defaultValue = "1",
      paramLabel = "N",
      description = "Fewest sites in each priority area that has some (default: ${DEFAULT-VALUE})")
  private int leastPerPriority = 1;

  @Mixin private SolverOptions solver = new SolverOptions();
  @Mixin private PlaceOptions places = new PlaceOptions();

  @Override
  Report report() {
    Columns sites = Columns.filled(file);
    Columns table = Columns.filled(areas);
    Map<String, Integer> index = CaseFolder.positions(table.ids("id"));
    List<String> ids = sites.ids("id");
    List<String> where = sites.texts("area");
    int[] area = new int[where.size()];
    for (int i = 0; i < area.length; i++) {
      Integer at = index.get(where.get(i));
      if (at == null) {
        throw new Refused(
            sites.at("area", i) + ": there is no area '" + where.get(i) + "' in " + areas);
      }
      area[i] = at;
    }
    double[] cost = sites.amounts("cost");
    double[] benefit = sites.amounts("benefit");
    Choice got =
        new SiteSelection(cost, benefit, area, table.marks("priority"))
            .choose(
                new SiteSelection.Rules(budget, priorityShare, mostPerArea, leastPerPriority),
                solver.milliseconds());
    ResultTable rows =
        new ResultTable(ids.size())
            .with("id", ids)
            .with("area", where)
            .with("cost", cost)
            .with("benefit", benefit)
            .with("chosen", i -> ResultTable.yesNo(got.chosen()[i]));
    return choice(got).value("spent", got.cost()).table(places.placed(rows, sites));
  }

  static Report choice(Choice got) {
    return new Report(got.provenance())
        .value("outcome", got.proof())
        .value("objective", got.objective())
        .value("bound", got.bound())
        .value("gap", got.gap())
        .value("chosen", got.count());
  }
}
