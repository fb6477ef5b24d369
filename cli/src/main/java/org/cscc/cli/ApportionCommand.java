package org.cscc.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cscc.analysis.allocation.Allocation;
import org.cscc.analysis.allocation.Apportionment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Apportionment. */
@Command(
    name = "apportion",
    mixinStandardHelpOptions = true,
    description = {
      "Whole units in proportion to need by four rules: Hamilton, Webster, Huntington-Hill,"
          + " D'Hondt."
    },
    footer = {"", "Example: ./cscc analyze apportion cli/examples/areas.csv --units 60"})
final class ApportionCommand extends OwnFilesCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "Areas: CSV or GeoJSON")
  private Path file = Path.of("");

  @Mixin private UnitOptions given = new UnitOptions();
  @Mixin private IdOption id = new IdOption();
  @Mixin private PlaceOptions places = new PlaceOptions();

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    List<String> ids = columns.idsOrNumbers(id.column());
    double[] needs = columns.amounts(given.need());
    Map<Apportionment, Allocation> shared = new EnumMap<>(Apportionment.class);
    for (Apportionment rule : Apportionment.values()) {
      shared.put(rule, rule.share(given.units(), needs));
    }
    ResultTable table = new ResultTable(ids.size()).with("id", ids).with("need", needs);
    Report report =
        new Report(shared.values().iterator().next().provenance().with("rules", "all four"));
    shared.forEach(
        (rule, got) -> {
          String name = rule.name().toLowerCase(Locale.ROOT);
          table.with(name, got.units());
          report.value("gini_of_units_per_need_" + name, got.gini());
        });
    return report.table(places.placed(table, columns));
  }
}
