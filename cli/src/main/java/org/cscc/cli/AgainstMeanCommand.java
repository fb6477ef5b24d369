package org.cscc.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cscc.analysis.FalseDiscovery;
import org.cscc.analysis.PoissonTest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Counts against known means. */
@Command(
    name = "against-mean",
    mixinStandardHelpOptions = true,
    description = {
      "Counts against a mean that is known: exact two-sided Poisson test, adjusted for the number of rows."
    },
    footer = {
      "",
      "Example: ./cscc analyze against-mean cli/examples/usual.csv --count y2026 --mean mean"
    })
final class AgainstMeanCommand extends OwnFilesCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "One row for each count")
  private Path file = Path.of("");

  @Option(
      names = "--count",
      defaultValue = "count",
      paramLabel = "COLUMN",
      description = "The count (default: ${DEFAULT-VALUE})")
  private String count = "count";

  @Option(
      names = "--mean",
      defaultValue = "mean",
      paramLabel = "COLUMN",
      description = "The expected count (default: ${DEFAULT-VALUE})")
  private String mean = "mean";

  @Mixin private IdOption id = new IdOption();

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    List<String> ids = columns.idsOrNumbers(id.column());
    int[] counts = columns.counts(count);
    double[] means = columns.amounts(mean);
    List<PoissonTest.AgainstMean> tests = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      tests.add(PoissonTest.againstMean(counts[i], means[i]));
    }
    double[] q =
        FalseDiscovery.adjust(tests.stream().mapToDouble(PoissonTest.AgainstMean::p).toArray());
    return new Report(tests.getFirst().provenance().with("rows", counts.length))
        .table(
            new ResultTable(counts.length)
                .with("id", ids)
                .with("count", counts)
                .with("mean", means)
                .with("p", i -> tests.get(i).p())
                .with("q", q));
  }
}
