package org.cscc.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cscc.analysis.PoissonTest;
import org.cscc.analysis.WindowChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Two counts. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Two counts against each other: exact test of equal rates, ratio and interval, and the"
          + " verdict of the e-test."
    },
    footer = {
      "",
      "Example: ./cscc analyze compare cli/examples/pairs.csv --first last_year --second this_year"
    })
final class CompareCommand extends OwnFilesCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "One row for each comparison")
  private Path file = Path.of("");

  @Option(
      names = "--first",
      defaultValue = "first",
      paramLabel = "COLUMN",
      description = "Earlier count (default: ${DEFAULT-VALUE})")
  private String first = "first";

  @Option(
      names = "--second",
      defaultValue = "second",
      paramLabel = "COLUMN",
      description = "Later count (default: ${DEFAULT-VALUE})")
  private String second = "second";

  @Mixin private IdOption id = new IdOption();

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    List<String> ids = columns.idsOrNumbers(id.column());
    int[] before = columns.counts(first);
    int[] after = columns.counts(second);
    List<PoissonTest.TwoWindows> tests = new ArrayList<>();
    List<WindowChange> changes = new ArrayList<>();
    for (int i = 0; i < before.length; i++) {
      tests.add(PoissonTest.twoWindows(before[i], after[i]));
      changes.add(WindowChange.between(before[i], after[i]));
    }
    return new Report(tests.getFirst().provenance().with("rows", before.length))
        .table(
            new ResultTable(before.length)
                .with("id", ids)
                .with("first", before)
                .with("second", after)
                .with("ratio", i -> tests.get(i).rateRatio())
                .with("lower", i -> tests.get(i).lower())
                .with("upper", i -> tests.get(i).upper())
                .with("p", i -> tests.get(i).p())
                .with("e_test_z", i -> changes.get(i).z())
                .with("verdict", i -> changes.get(i).verdict().name().toLowerCase(Locale.ROOT)));
  }
}
