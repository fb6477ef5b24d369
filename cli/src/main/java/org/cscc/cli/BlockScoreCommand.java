package org.cscc.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cscc.analysis.BlockScore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Block score. */
@Command(
    name = "block-score",
    mixinStandardHelpOptions = true,
    description = {
      "Scores and ranks hundred-blocks: newer incidents count more, and a block is drawn towards its area as far as chance goes."
    },
    footer = {
      "",
      "Example: ./cscc analyze block-score cli/examples/block-incidents.csv --blocks cli/examples/block-areas.csv --on 2026-09-30"
    })
final class BlockScoreCommand extends OwnFilesCommand {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description =
          "Incidents with the columns id, block, date and weight (1 without such a column)")
  private Path file = Path.of("");

  @Option(
      names = "--blocks",
      required = true,
      paramLabel = "FILE",
      description = "Every block of every area, those without incidents too: columns block, area")
  private Path blocks = Path.of("");

  @Option(
      names = "--half-life",
      defaultValue = "90",
      paramLabel = "DAYS",
      description = "Days after which an incident counts half (default: ${DEFAULT-VALUE})")
  private int halfLife = 90;

  @Option(
      names = "--window",
      defaultValue = "365",
      paramLabel = "DAYS",
      description = "Older incidents do not count (default: ${DEFAULT-VALUE})")
  private int window = 365;

  @Option(
      names = "--fewest",
      defaultValue = "2",
      paramLabel = "N",
      description = "Blocks with fewer incidents are not listed (default: ${DEFAULT-VALUE})")
  private int fewest = 2;

  @Mixin private IdOption id = new IdOption();
  @Mixin private DateOption date = new DateOption();
  @Mixin private DayOption day = new DayOption();

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    Columns known = Columns.filled(blocks);
    List<String> names = known.ids("block");
    List<String> areas = known.texts("area");
    Map<String, String> areaOfBlock = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      areaOfBlock.put(names.get(i), areas.get(i));
    }
    int[] days = columns.days(date.column());
    LocalDate on = day.orLast(days);
    BlockScore.Ranking got =
        BlockScore.rank(
            incidents(columns, days),
            areaOfBlock,
            (int) on.toEpochDay(),
            new BlockScore.Settings(halfLife, window, fewest));
    List<BlockScore> listed = got.blocks();
    return new Report(got.provenance().with("day", on))
        .value("blocks", names.size())
        .value("blocks_listed", listed.size())
        .table(
            new ResultTable(listed.size())
                .with("rank", i -> listed.get(i).rank())
                .with("block", i -> listed.get(i).block())
                .with("area", i -> listed.get(i).area())
                .with("incidents", i -> listed.get(i).incidents())
                .with("sum", i -> listed.get(i).raw())
                .with("mean_of_area", i -> listed.get(i).shrinkage().mean())
                .with("factor", i -> listed.get(i).shrinkage().factor())
                .with("score", i -> listed.get(i).score()));
  }

  private List<BlockScore.Incident> incidents(Columns columns, int[] days) {
    List<String> ids = columns.idsOrNumbers(id.column());
    List<String> at = columns.texts("block");
    double[] weights = columns.has("weight") ? columns.amounts("weight") : null;
    List<BlockScore.Incident> incidents = new ArrayList<>();
    for (int i = 0; i < days.length; i++) {
      double weight = weights == null ? 1 : weights[i];
      incidents.add(new BlockScore.Incident(ids.get(i), at.get(i), days[i], weight));
    }
    return incidents;
  }
}
