package org.cscc.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cscc.analysis.effect.Displacement;
import org.cscc.analysis.effect.Displacement.Counts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** WDD and WDQ. */
@Command(
    name = "displacement",
    mixinStandardHelpOptions = true,
    description = {
      "Did a place improve, and did the trouble move next door: weighted displacement difference"
          + " and quotient."
    },
    footer = {"", "Example: ./cscc analyze displacement cli/examples/designs.csv"})
final class DisplacementCommand extends OwnFilesCommand {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = {
        "One row for each design with the columns id, treated_before, treated_after,",
        "control_before, control_after and, where a buffer was counted, buffer_before,",
        "buffer_after, buffer_control_before, buffer_control_after"
      })
  private Path file = Path.of("");

  @Option(
      names = "--alpha",
      defaultValue = "0.05",
      paramLabel = "SHARE",
      description = "0.05 for 95 % intervals (default: ${DEFAULT-VALUE})")
  private double alpha = 0.05;

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    List<Displacement> got = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      got.add(
          Displacement.of(
              counts(columns, "control", i),
              counts(columns, "treated", i),
              counts(columns, "buffer_control", i),
              counts(columns, "buffer", i),
              1,
              1,
              alpha));
    }
    return new Report(got.getFirst().provenance())
        .table(
            new ResultTable(got.size())
                .with("id", columns.idsOrNumbers("id"))
                .with("local", i -> got.get(i).local().value())
                .with("displaced", i -> got.get(i).displaced().value())
                .with("total", i -> got.get(i).total().value())
                .with("se", i -> got.get(i).total().se())
                .with("lower", i -> got.get(i).total().lower())
                .with("upper", i -> got.get(i).total().upper())
                .with("p", i -> got.get(i).p())
                .with("improved", i -> ResultTable.yesNo(got.get(i).improved()))
                .with("quotient", i -> got.get(i).improved() ? got.get(i).quotient() : Double.NaN));
  }

  private static Counts counts(Columns columns, String which, int row) {
    boolean optional = which.startsWith("buffer");
    return optional && !columns.has(which + "_before")
        ? Counts.none()
        : Counts.of(columns.counts(which + "_before")[row], columns.counts(which + "_after")[row]);
  }
}
