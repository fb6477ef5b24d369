package org.cscc.cli;

import java.nio.file.Path;
import java.util.List;
import org.cscc.analysis.autocorrelation.ConditionalPermutation;
import org.cscc.analysis.autocorrelation.LocalG;
import org.cscc.analysis.autocorrelation.Neighbours;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gi* of each place. */
@Command(
    name = "gi-star",
    mixinStandardHelpOptions = true,
    description = {
      "Hot and cold spots: Gi* of each place, with the false discovery rate over all of them.",
      "With counts the p of p_exact and q_exact is exact: nothing is drawn, nothing is assumed"
          + " normal."
    },
    footer = {"", "Example: ./cscc analyze gi-star cli/examples/blocks.geojson --value shootings"})
final class GiStarCommand extends OwnFilesCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "Places: CSV or GeoJSON")
  private Path file = Path.of("");

  @Option(
      names = "--drawn",
      description = "Also p_drawn by random permutations, as other programs do, for any values")
  private boolean drawn;

  @Mixin private DrawOptions draw = new DrawOptions();
  @Mixin private ValueOption value = new ValueOption();
  @Mixin private IdOption id = new IdOption();
  @Mixin private PlaceOptions places = new PlaceOptions();
  @Mixin private NeighbourOptions next = new NeighbourOptions();

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    List<String> ids = columns.idsOrNumbers(id.column());
    double[] values = columns.known(value.column());
    Neighbours near = next.of(columns, ids, places);
    LocalG g = LocalG.of(near, values);
    ResultTable table =
        new ResultTable(ids.size())
            .with("id", ids)
            .with("value", values)
            .with("neighbours", i -> near.count(i))
            .with("z", g.z())
            .with("p", g.p())
            .with("q", g.q());
    Report report =
        new Report(g.provenance())
            .value("neighbour_pairs", near.edges() / 2.0)
            .value("places_without_neighbours", near.islands())
            .value("hot_at_q_05", count(g, 1))
            .value("cold_at_q_05", count(g, -1));
    if (java.util.Arrays.stream(values).allMatch(v -> v == Math.rint(v) && v >= 0 && v < 1e6)) {
      ConditionalPermutation exact =
          ConditionalPermutation.exact(near, columns.counts(value.column()));
      table.with("p_exact", exact.p()).with("q_exact", exact.q());
    }
    if (drawn) {
      ConditionalPermutation random =
          ConditionalPermutation.simulated(
              near, values, ConditionalPermutation.Null.PLACE_KEPT, draw.replicas(), draw.seed());
      table.with("p_drawn", random.p()).with("q_drawn", random.q());
    }
    return report.table(places.placed(table, columns));
  }

  private static long count(LocalG g, int sign) {
    return java.util.stream.IntStream.range(0, g.z().length)
        .filter(i -> g.q()[i] <= 0.05 && g.z()[i] * sign > 0)
        .count();
  }
}
