package org.cscc.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.cscc.analysis.disclosure.Attacker;
import org.cscc.analysis.disclosure.Suppression;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Cell suppression. */
@Command(
    name = "suppress",
    mixinStandardHelpOptions = true,
    description = {
      "Hides small counts of a table with totals so that nobody can work them out; and proves it by"
          + " attacking it."
    },
    footer = {"", "Example: ./cscc analyze suppress cli/examples/table.csv --threshold 10"})
final class SuppressCommand extends OwnFilesCommand {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "First column: name of the row; the others: counts. Without totals")
  private Path file = Path.of("");

  @Option(
      names = "--cost",
      defaultValue = "cells",
      paramLabel = "NAME",
      description =
          "Hide as few as possible: cells, or value (sum of the counts) (default:"
              + " ${DEFAULT-VALUE})")
  private String cost = "cells";

  @Option(
      names = "--search",
      defaultValue = "100000",
      paramLabel = "N",
      description = "How many sets to look through for a cheaper one (default: ${DEFAULT-VALUE})")
  private int search = 100000;

  @Mixin private SmallCountOptions small = new SmallCountOptions();

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    List<String> names = columns.names().subList(1, columns.names().size());
    int[][] table = new int[columns.size()][names.size()];
    for (int c = 0; c < names.size(); c++) {
      int[] column = columns.counts(names.get(c));
      for (int r = 0; r < column.length; r++) {
        table[r][c] = column[r];
      }
    }
    Suppression got = Suppression.of(table, small.threshold(), small.least(), cost(), search);
    Attacker attacker = new Attacker(table, got.hidden(), small.least());
    List<String> rows = columns.ids(columns.names().getFirst());
    ResultTable shown = new ResultTable(rows.size()).with("row", rows);
    long narrowest = Long.MAX_VALUE;
    for (int c = 0; c < names.size(); c++) {
      int column = c;
      shown.with(names.get(c), r -> got.hidden()[r][column] ? "hidden" : (Object) table[r][column]);
      for (int r = 0; r < rows.size(); r++) {
        if (got.primary()[r][c]) {
          Attacker.Interval ends = attacker.interval(r, c);
          narrowest = Math.min(narrowest, ends.upper() - ends.lower());
        }
      }
    }
    Report report =
        new Report(got.provenance())
            .value("hidden_cells", got.cells())
            .value("hidden_value", got.value())
            .value("no_cheaper_set_exists", got.proven() ? "proven" : "not proven");
    if (narrowest < Long.MAX_VALUE) {
      report.value("narrowest_interval_of_a_small_count", narrowest);
    }
    return report.table(shown);
  }

  private Suppression.Cost cost() {
    return switch (cost.toLowerCase(Locale.ROOT)) {
      case "cells" -> Suppression.Cost.CELLS;
      case "value" -> Suppression.Cost.VALUE;
      default -> throw new Refused("--cost is cells or value, not " + cost);
    };
  }
}
