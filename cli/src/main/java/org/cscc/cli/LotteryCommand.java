package org.cscc.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cscc.analysis.allocation.Lottery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stratified lottery. */
@Command(
    name = "lottery",
    mixinStandardHelpOptions = true,
    description = {
      "A draw within strata that anyone can check by hand: publish the hash before the draw, the"
          + " seed after it."
    },
    footer = {
      "",
      "Example: ./cscc analyze lottery cli/examples/entries.csv --places north=2,south=2 --seed"
          + " example-seed"
    })
final class LotteryCommand extends OwnFilesCommand {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "Entries with the columns id, stratum")
  private Path file = Path.of("");

  @Option(
      names = "--places",
      required = true,
      split = ",",
      paramLabel = "STRATUM=N",
      description = "How many win in each stratum")
  private Map<String, Integer> places = new TreeMap<>();

  @Option(names = "--seed", required = true, paramLabel = "TEXT", description = "The secret seed")
  private String seed = "";

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    List<String> ids = columns.ids("id");
    List<String> strata = columns.texts("stratum");
    for (String named : places.keySet()) {
      if (!strata.contains(named)) {
        throw new Refused("--places names the stratum '" + named + "', which nobody is in");
      }
    }
    List<Lottery.Entry> entries = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      entries.add(new Lottery.Entry(ids.get(i), strata.get(i)));
    }
    Lottery drawn = Lottery.draw(entries, places, seed);
    List<List<Object>> rows = new ArrayList<>();
    drawn
        .winners()
        .forEach(
            (stratum, won) -> {
              int place = 1;
              for (String id : won) {
                rows.add(List.of(stratum, place++, id, "drawn"));
              }
              for (String id : drawn.waiting().getOrDefault(stratum, List.of())) {
                rows.add(List.of(stratum, place++, id, "waiting"));
              }
            });
    return new Report(drawn.provenance())
        .value("commitment_sha256", drawn.commitment())
        .table(ResultTable.of(List.of("stratum", "place", "id", "outcome"), rows));
  }
}
