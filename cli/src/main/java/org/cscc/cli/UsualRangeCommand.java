package org.cscc.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cscc.analysis.UsualRange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Usual range of a count. */
@Command(
    name = "usual-range",
    mixinStandardHelpOptions = true,
    description = {
      "The range in which a new count would usually fall, from earlier windows of the same length: exact Poisson prediction."
    },
    footer = {
      "",
      "Example: ./cscc analyze usual-range cli/examples/usual.csv --earlier y2023,y2024,y2025 --now y2026"
    })
final class UsualRangeCommand extends OwnFilesCommand {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "One row for each count, its earlier windows in columns")
  private Path file = Path.of("");

  @Option(
      names = "--earlier",
      required = true,
      split = ",",
      paramLabel = "COLUMN",
      description = "The earlier windows")
  private List<String> earlier = List.of();

  @Option(names = "--now", required = true, paramLabel = "COLUMN", description = "The new window")
  private String now = "";

  @Option(
      names = "--confidence",
      defaultValue = "0.95",
      paramLabel = "SHARE",
      description = "How often a usual count falls into the range (default: ${DEFAULT-VALUE})")
  private double confidence = 0.95;

  @Mixin private IdOption id = new IdOption();

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    List<String> ids = columns.idsOrNumbers(id.column());
    int[] counts = columns.counts(now);
    List<int[]> before = earlier.stream().map(columns::counts).toList();
    List<UsualRange> ranges = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      int row = i;
      ranges.add(
          UsualRange.from(confidence, before.stream().mapToLong(column -> column[row]).toArray()));
    }
    return new Report(ranges.getFirst().provenance().with("rows", counts.length))
        .table(
            new ResultTable(counts.length)
                .with("id", ids)
                .with("now", counts)
                .with("mean", i -> ranges.get(i).mean())
                .with("usual_from", i -> ranges.get(i).lower())
                .with("usual_to", i -> ranges.get(i).upper())
                .with(
                    "now_is",
                    i -> ranges.get(i).position(counts[i]).name().toLowerCase(Locale.ROOT)));
  }
}
