package org.cscc.cli;

import java.nio.file.Path;
import java.util.List;
import org.cscc.analysis.rates.UncertainRanking;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ranks with uncertainty. */
@Command(
    name = "rank",
    mixinStandardHelpOptions = true,
    description = {
      "Ranks of places by rate, with the interval of each rank and the probability of being among"
          + " the worst."
    },
    footer = {
      "",
      "Example: ./cscc analyze rank cli/examples/areas.csv --events shootings --population"
          + " population --worst 5"
    })
final class RankCommand extends OwnFilesCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "Places: CSV or GeoJSON")
  private Path file = Path.of("");

  @Option(
      names = "--worst",
      defaultValue = "10",
      paramLabel = "N",
      description = "Size of the group of highest rates (default: ${DEFAULT-VALUE})")
  private int worst = 10;

  @Mixin private RateOptions rate = new RateOptions();
  @Mixin private IdOption id = new IdOption();
  @Mixin private PlaceOptions places = new PlaceOptions();
  @Mixin private DrawOptions draw = new DrawOptions();

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    List<String> ids = columns.idsOrNumbers(id.column());
    double[] observed = columns.amounts(rate.events());
    UncertainRanking ranks =
        UncertainRanking.of(
            observed, columns.amounts(rate.population()), worst, draw.replicas(), draw.seed());
    ResultTable table =
        new ResultTable(ids.size())
            .with("id", ids)
            .with("events", observed)
            .with("mean_rank", ranks.meanRank())
            .with("rank_from", ranks.lowestRank())
            .with("rank_to", ranks.highestRank())
            .with("among_worst", ranks.amongWorst());
    return new Report(ranks.provenance()).table(places.placed(table, columns));
  }
}
