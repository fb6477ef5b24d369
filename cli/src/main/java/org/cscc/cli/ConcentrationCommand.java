package org.cscc.cli;

import java.nio.file.Path;
import org.cscc.analysis.Concentration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Concentration of events in places. */
@Command(
    name = "concentration",
    mixinStandardHelpOptions = true,
    description = {
      "How few places hold how many events: share of places for 25 and 50 percent, Gini and"
          + " generalised Gini."
    },
    footer = {"", "Example: ./cscc analyze concentration cli/examples/areas.csv --value shootings"})
final class ConcentrationCommand extends OwnFilesCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "Places: CSV or GeoJSON")
  private Path file = Path.of("");

  @Mixin private ValueOption value = new ValueOption();

  @Override
  Report report() {
    Concentration got = Concentration.of(Columns.filled(file).counts(value.column()));
    return new Report(got.provenance())
        .value("places", got.places())
        .value("events", got.events())
        .value("places_for_25_percent", got.placesFor25())
        .value("share_of_places_for_25_percent", got.shareFor25())
        .value("places_for_50_percent", got.placesFor50())
        .value("share_of_places_for_50_percent", got.shareFor50())
        .value("gini", got.gini())
        .value("generalised_gini", got.generalisedGini());
  }
}
