package org.cscc.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cscc.analysis.allocation.Allocation;
import org.cscc.analysis.allocation.BenefitAllocation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Concave, Nash and leximin. */
@Command(
    name = "allocate",
    mixinStandardHelpOptions = true,
    description = {
      "Whole units between a least and a most for each area: most benefit, Nash welfare, and the"
          + " worst-off first."
    },
    footer = {"", "Example: ./cscc analyze allocate cli/examples/areas.csv --units 60 --theta 0.3"})
final class AllocateCommand extends OwnFilesCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "Areas: CSV or GeoJSON")
  private Path file = Path.of("");

  @Option(
      names = "--least",
      defaultValue = "least",
      paramLabel = "COLUMN",
      description =
          "Fewest units of each area; 0 without such a column (default: ${DEFAULT-VALUE})")
  private String least = "least";

  @Option(
      names = "--most",
      defaultValue = "most",
      paramLabel = "COLUMN",
      description =
          "Most units of each area; no limit without such a column (default: ${DEFAULT-VALUE})")
  private String most = "most";

  @Option(
      names = "--priority",
      defaultValue = "priority",
      paramLabel = "COLUMN",
      description = "1 for priority areas (default: ${DEFAULT-VALUE})")
  private String priority = "priority";

  @Option(
      names = "--theta",
      defaultValue = "0.3",
      paramLabel = "NUMBER",
      description = "How fast the benefit of further units wears off (default: ${DEFAULT-VALUE})")
  private double theta = 0.3;

  @Mixin private UnitOptions given = new UnitOptions();
  @Mixin private IdOption id = new IdOption();
  @Mixin private PlaceOptions places = new PlaceOptions();

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    List<String> ids = columns.idsOrNumbers(id.column());
    double[] needs = columns.amounts(given.need());
    int[] low = columns.has(least) ? columns.counts(least) : new int[needs.length];
    int[] high = new int[needs.length];
    Arrays.fill(high, given.units());
    BenefitAllocation share =
        new BenefitAllocation(
            given.units(), needs, low, columns.has(most) ? columns.counts(most) : high);
    Allocation concave = share.concave(theta);
    Allocation nash = share.nash();
    Allocation leximin = share.leximin();
    Report report =
        new Report(concave.provenance())
            .value("benefit_of_concave", concave.objective())
            .value("bound_of_concave", concave.objective())
            .value("least_units_per_need_of_leximin", leximin.worstOff())
            .value("gini_of_concave", concave.gini())
            .value("gini_of_nash", nash.gini())
            .value("gini_of_leximin", leximin.gini());
    if (columns.has(priority)) {
      boolean[] marks = columns.marks(priority);
      report
          .value("share_to_priority_of_concave", concave.shareTo(marks))
          .value("share_to_priority_of_nash", nash.shareTo(marks))
          .value("share_to_priority_of_leximin", leximin.shareTo(marks));
    }
    ResultTable table =
        new ResultTable(ids.size())
            .with("id", ids)
            .with("need", needs)
            .with("concave", concave.units())
            .with("nash", nash.units())
            .with("leximin", leximin.units());
    return report.table(places.placed(table, columns));
  }
}
