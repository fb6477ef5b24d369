package org.cscc.cli;

import java.nio.file.Path;
import org.cscc.analysis.rates.BayesMoran;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Moran of rates. */
@Command(
    name = "rate-moran",
    mixinStandardHelpOptions = true,
    description = {
      "Whether rates of neighbours are alike where populations differ: empirical Bayes Moran with its permutation p."
    },
    footer = {
      "",
      "Example: ./cscc analyze rate-moran cli/examples/areas.csv --events shootings --within 1100"
    })
final class RateMoranCommand extends OwnFilesCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "Places: CSV or GeoJSON")
  private Path file = Path.of("");

  @Mixin private IdOption id = new IdOption();
  @Mixin private RateOptions rate = new RateOptions();
  @Mixin private PlaceOptions places = new PlaceOptions();
  @Mixin private NeighbourOptions next = new NeighbourOptions();
  @Mixin private DrawOptions draw = new DrawOptions();

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    BayesMoran got =
        BayesMoran.of(
            columns.amounts(rate.events()),
            columns.amounts(rate.population()),
            next.of(columns, columns.idsOrNumbers(id.column()), places),
            draw.replicas(),
            draw.seed());
    return new Report(got.provenance())
        .value("moran_i", got.i())
        .value("p_permutation_greater", got.permuted().p());
  }
}
