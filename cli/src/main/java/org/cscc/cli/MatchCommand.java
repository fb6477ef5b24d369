package org.cscc.cli;

import java.nio.file.Path;
import java.util.List;
import org.cscc.analysis.effect.MatchedControls;
import org.cscc.analysis.effect.MatchedControls.Balance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Matched controls with their balance. */
@Command(
    name = "match",
    mixinStandardHelpOptions = true,
    description = {
      "Untreated places that looked like the treated ones before, with the balance of the groups."
    },
    footer = {
      "",
      "Example: ./cscc analyze match cli/examples/areas.csv --treated priority"
          + " --covariates population,y --caliper 0.6"
    })
final class MatchCommand extends OwnFilesCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "Places: CSV or GeoJSON")
  private Path file = Path.of("");

  @Option(
      names = "--treated",
      defaultValue = "treated",
      paramLabel = "COLUMN",
      description = "1 for treated places (default: ${DEFAULT-VALUE})")
  private String treated = "treated";

  @Option(
      names = "--covariates",
      required = true,
      split = ",",
      paramLabel = "COLUMN",
      description = "What the places are to be alike in, measured before the start")
  private List<String> covariates = List.of();

  @Option(
      names = "--controls",
      defaultValue = "1",
      paramLabel = "N",
      description = "Controls for each treated place (default: ${DEFAULT-VALUE})")
  private int controls = 1;

  @Option(
      names = "--caliper",
      defaultValue = "0.25",
      paramLabel = "SD",
      description = "Largest distance in standard deviations (default: ${DEFAULT-VALUE})")
  private double caliper = 0.25;

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    double[][] x = new double[columns.size()][covariates.size()];
    for (int k = 0; k < covariates.size(); k++) {
      double[] values = columns.known(covariates.get(k));
      for (int i = 0; i < values.length; i++) {
        x[i][k] = values[i];
      }
    }
    MatchedControls got = MatchedControls.of(x, columns.marks(treated), controls, caliper);
    List<String> ids = columns.idsOrNumbers("id");
    Report report =
        new Report(got.provenance())
            .value("pairs", got.pairs().size())
            .value("treated_without_a_match", got.unmatched().stream().map(ids::get).toList());
    for (int k = 0; k < covariates.size(); k++) {
      Balance row = got.balance().get(k);
      report.value("difference_before_" + covariates.get(k), row.before());
      report.value("difference_after_" + covariates.get(k), row.after());
    }
    return report.table(
        new ResultTable(got.pairs().size())
            .with("treated", i -> ids.get(got.pairs().get(i).treated()))
            .with("control", i -> ids.get(got.pairs().get(i).control()))
            .with("distance_in_sd", i -> got.pairs().get(i).distance()));
  }
}
