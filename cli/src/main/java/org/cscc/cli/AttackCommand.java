package org.cscc.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cscc.analysis.Caution;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.disclosure.Attacker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Attack on a suppressed table. */
@Command(
    name = "attack",
    mixinStandardHelpOptions = true,
    description = {
      "Tries to work out the hidden cells of a table with totals that somebody else suppressed: the ends between which each must lie."
    },
    footer = {
      "",
      "Example: ./cscc analyze attack cli/examples/table.csv --hidden cli/examples/hidden.csv"
    })
final class AttackCommand extends OwnFilesCommand {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "First column: name of the row; the others: true counts. Without totals")
  private Path file = Path.of("");

  @Option(
      names = "--hidden",
      required = true,
      paramLabel = "FILE",
      description = "The same rows and columns with 1 where a cell is hidden, else 0")
  private Path marks = Path.of("");

  @Mixin private SmallCountOptions small = new SmallCountOptions();

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    Columns hiding = Columns.filled(marks);
    if (!columns.names().equals(hiding.names())
        || !columns.ids(columns.names().getFirst()).equals(hiding.ids(hiding.names().getFirst()))) {
      throw new Refused(marks + " must have the rows and the columns of " + file);
    }
    List<String> rows = columns.ids(columns.names().getFirst());
    List<String> names = columns.names().subList(1, columns.names().size());
    int[][] table = new int[rows.size()][names.size()];
    boolean[][] hidden = new boolean[rows.size()][names.size()];
    for (int c = 0; c < names.size(); c++) {
      int[] counts = columns.counts(names.get(c));
      boolean[] hides = hiding.marks(names.get(c));
      for (int r = 0; r < rows.size(); r++) {
        table[r][c] = counts[r];
        hidden[r][c] = hides[r];
      }
    }
    return attack(rows, names, table, hidden);
  }

  private Report attack(List<String> rows, List<String> names, int[][] table, boolean[][] hidden) {
    Attacker attacker = new Attacker(table, hidden, small.least());
    List<List<Object>> found = new ArrayList<>();
    int rebuilt = 0;
    int open = 0;
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < names.size(); c++) {
        int count = table[r][c];
        boolean isSmall = count > 0 && count < small.threshold();
        open += isSmall && !hidden[r][c] ? 1 : 0;
        if (hidden[r][c]) {
          Attacker.Interval ends = attacker.interval(r, c);
          boolean safe = !isSmall || ends.covers(small.least(), small.threshold());
          rebuilt += safe ? 0 : 1;
          found.add(
              List.of(
                  rows.get(r), names.get(c), ends.lower(), ends.upper(), ResultTable.yesNo(safe)));
        }
      }
    }
    return new Report(
            Provenance.of(
                    "Attack on a suppressed table (largest flow)",
                    (long) rows.size() * names.size(),
                    Caution.PUBLISHED_TOGETHER)
                .with("threshold", small.threshold())
                .with("least", small.least()))
        .value("small_counts_shown", open)
        .value("small_counts_not_protected", rebuilt)
        .table(ResultTable.of(List.of("row", "column", "lowest", "highest", "protected"), found));
  }
}
