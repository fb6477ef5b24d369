package org.cscc.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cscc.analysis.disclosure.LinkedSuppression;
import org.cscc.analysis.disclosure.LinkedTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Joint suppression of linked tables. */
@Command(
    name = "suppress-linked",
    mixinStandardHelpOptions = true,
    description = {
      "Hides small counts of several tables that share totals, so that none gives another's away."
    },
    footer = {
      "",
      "Example: ./cscc analyze suppress-linked cli/examples/linked-cells.csv"
          + " cli/examples/linked-sums.csv"
    })
final class SuppressLinkedCommand extends OwnFilesCommand {
  @Parameters(
      index = "0",
      paramLabel = "CELLS",
      description = "Every published count once, totals too: columns cell, count")
  private Path file = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "SUMS",
      description = "What adds up: columns sum (its name), total (a cell), part (a cell)")
  private Path sums = Path.of("");

  @Mixin private SmallCountOptions small = new SmallCountOptions();

  @Override
  Report report() {
    Columns cells = Columns.filled(file);
    List<String> ids = cells.ids("cell");
    int[] counts = cells.counts("count");
    LinkedSuppression got =
        LinkedSuppression.of(new LinkedTables(counts, sums(ids)), small.threshold(), small.least());
    return new Report(got.provenance())
        .value("hidden_cells", got.cells())
        .value("narrowest_interval_of_a_small_count", got.narrowest())
        .table(
            new ResultTable(ids.size())
                .with("cell", ids)
                .with("shown", i -> got.hidden()[i] ? "hidden" : Integer.toString(counts[i])));
  }

  private List<LinkedTables.Sum> sums(List<String> ids) {
    Columns columns = Columns.filled(sums);
    Map<String, Integer> index = CaseFolder.positions(ids);
    List<String> names = columns.texts("sum");
    Map<String, Integer> totals = new LinkedHashMap<>();
    Map<String, List<Integer>> parts = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      int total = cell(columns, "total", i, index);
      Integer before = totals.put(names.get(i), total);
      if (before != null && before != total) {
        throw new Refused(
            columns.at("total", i) + ": the sum '" + names.get(i) + "' has another total above");
      }
      parts
          .computeIfAbsent(names.get(i), none -> new ArrayList<>())
          .add(cell(columns, "part", i, index));
    }
    return totals.entrySet().stream()
        .map(
            sum ->
                new LinkedTables.Sum(
                    sum.getValue(),
                    parts.getOrDefault(sum.getKey(), List.of()).stream()
                        .mapToInt(Integer::intValue)
                        .toArray()))
        .toList();
  }

  private static int cell(Columns columns, String column, int row, Map<String, Integer> index) {
    String id = columns.texts(column).get(row);
    Integer at = index.get(id);
    if (at == null) {
      throw new Refused(columns.at(column, row) + ": there is no cell '" + id + "'");
    }
    return at;
  }
}
