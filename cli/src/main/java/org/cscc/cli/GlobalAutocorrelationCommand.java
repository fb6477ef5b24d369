package org.cscc.cli;

import java.nio.file.Path;
import org.cscc.analysis.Normal;
import org.cscc.analysis.autocorrelation.GlobalG;
import org.cscc.analysis.autocorrelation.GlobalMoran;
import org.cscc.analysis.autocorrelation.Neighbours;
import org.cscc.analysis.autocorrelation.Weights;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Global Moran and global G. */
@Command(
    name = "global-moran",
    mixinStandardHelpOptions = true,
    description = {
      "Whether neighbours are alike at all: global Moran I and global G, analytic and by"
          + " permutation."
    },
    footer = {
      "",
      "Example: ./cscc analyze global-moran cli/examples/areas.csv --value rate --within 1100"
    })
final class GlobalAutocorrelationCommand extends OwnFilesCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "Places: CSV or GeoJSON")
  private Path file = Path.of("");

  @Mixin private ValueOption value = new ValueOption();
  @Mixin private IdOption id = new IdOption();
  @Mixin private PlaceOptions places = new PlaceOptions();
  @Mixin private NeighbourOptions next = new NeighbourOptions();
  @Mixin private DrawOptions draw = new DrawOptions();

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    double[] values = columns.known(value.column());
    Neighbours near = next.of(columns, columns.idsOrNumbers(id.column()), places);
    GlobalMoran moran = GlobalMoran.of(near, values, Weights.ROWS_SUM_TO_ONE);
    GlobalMoran.Permuted drawn =
        GlobalMoran.permuted(near, values, Weights.ROWS_SUM_TO_ONE, draw.replicas(), draw.seed());
    Report report =
        new Report(moran.provenance().with("replicas", draw.replicas()).with("seed", draw.seed()))
            .value("moran_i", moran.i())
            .value("expected", moran.mean())
            .value("z", moran.z())
            .value("p_two_sided", Normal.twoSided(moran.z()))
            .value("p_permutation_greater", drawn.p());
    if (java.util.Arrays.stream(values).allMatch(v -> v >= 0)) {
      GlobalG g = GlobalG.of(near, values);
      report.value("global_g", g.g()).value("global_g_expected", g.mean());
      report.value("global_g_z", g.z());
    }
    return report;
  }
}
