package org.cscc.cli;

import java.nio.file.Path;
import java.util.List;
import org.cscc.analysis.autocorrelation.LocalMoran;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Local Moran of each place. */
@Command(
    name = "local-moran",
    mixinStandardHelpOptions = true,
    description = {
      "Clusters and outliers: local Moran of each place, with its quadrant and the false discovery"
          + " rate."
    },
    footer = {
      "",
      "Example: ./cscc analyze local-moran cli/examples/areas.csv --value rate --within 1100"
    })
final class LocalMoranCommand extends OwnFilesCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "Places: CSV or GeoJSON")
  private Path file = Path.of("");

  @Mixin private ValueOption value = new ValueOption();
  @Mixin private IdOption id = new IdOption();
  @Mixin private PlaceOptions places = new PlaceOptions();
  @Mixin private NeighbourOptions next = new NeighbourOptions();

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    List<String> ids = columns.idsOrNumbers(id.column());
    double[] values = columns.known(value.column());
    LocalMoran moran = LocalMoran.of(next.of(columns, ids, places), values);
    ResultTable table =
        new ResultTable(ids.size())
            .with("id", ids)
            .with("value", values)
            .with("local_moran", moran.i())
            .with("z", moran.z())
            .with("p", moran.p())
            .with("q", moran.q())
            .with("quadrant", i -> moran.quadrant()[i].name().toLowerCase(java.util.Locale.ROOT));
    return new Report(moran.provenance()).table(places.placed(table, columns));
  }
}
