package org.cscc.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cscc.analysis.Caution;
import org.cscc.analysis.FalseDiscovery;
import org.cscc.analysis.Provenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** False discovery rate. */
@Command(
    name = "adjust",
    mixinStandardHelpOptions = true,
    description = {
      "Adjusts many p at once (Benjamini and Hochberg): of what has q of at most 0.05 about one in twenty is false."
    },
    footer = {"", "Example: ./cscc analyze adjust cli/examples/tests.csv"})
final class AdjustCommand extends OwnFilesCommand {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "One row for each test; an empty p was not tested")
  private Path file = Path.of("");

  @Option(
      names = "--p",
      defaultValue = "p",
      paramLabel = "COLUMN",
      description = "The p of each row (default: ${DEFAULT-VALUE})")
  private String p = "p";

  @Mixin private IdOption id = new IdOption();

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    List<String> ids = columns.idsOrNumbers(id.column());
    double[] given = columns.numbers(p);
    double[] q = FalseDiscovery.adjust(given);
    long tested = Arrays.stream(given).filter(value -> !Double.isNaN(value)).count();
    return new Report(
            Provenance.of(
                "False discovery rate (Benjamini and Hochberg 1995)", tested, Caution.MANY_TESTS))
        .value("q_at_most_05", Arrays.stream(q).filter(value -> value <= 0.05).count())
        .table(new ResultTable(ids.size()).with("id", ids).with("p", given).with("q", q));
  }
}
