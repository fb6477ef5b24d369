package org.cscc.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cscc.analysis.PoissonInterval;
import org.cscc.analysis.rates.Choynowski;
import org.cscc.analysis.rates.EmpiricalBayes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shrunk rates. */
@Command(
    name = "empirical-bayes",
    mixinStandardHelpOptions = true,
    description = {
      "Rates of small places: raw with exact Poisson interval, and drawn towards the mean of all"
          + " (or of the neighbours)."
    },
    footer = {
      "",
      "Example: ./cscc analyze empirical-bayes cli/examples/areas.csv --events shootings"
          + " --population population"
    })
final class EmpiricalBayesCommand extends OwnFilesCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "Places: CSV or GeoJSON")
  private Path file = Path.of("");

  @Option(
      names = "--per",
      defaultValue = "100000",
      paramLabel = "NUMBER",
      description = "Rates are for so many people (default: ${DEFAULT-VALUE})")
  private double per = 100000;

  @Option(names = "--local", description = "Draw towards the neighbours, not towards all places")
  private boolean local;

  @Mixin private RateOptions rate = new RateOptions();
  @Mixin private IdOption id = new IdOption();
  @Mixin private PlaceOptions places = new PlaceOptions();
  @Mixin private NeighbourOptions next = new NeighbourOptions();

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    List<String> ids = columns.idsOrNumbers(id.column());
    int[] counts = columns.counts(rate.events());
    double[] observed = java.util.Arrays.stream(counts).asDoubleStream().toArray();
    double[] people = columns.amounts(rate.population());
    EmpiricalBayes rates =
        local
            ? EmpiricalBayes.local(observed, people, next.of(columns, ids, places))
            : EmpiricalBayes.global(observed, people);
    Choynowski chance = Choynowski.of(counts, people);
    List<PoissonInterval> intervals = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      intervals.add(PoissonInterval.garwood(counts[i], people[i], 0.95));
    }
    ResultTable table =
        new ResultTable(ids.size())
            .with("id", ids)
            .with("events", counts)
            .with("rate", i -> per * rates.raw()[i])
            .with("rate_lower", i -> per * intervals.get(i).lower())
            .with("rate_upper", i -> per * intervals.get(i).upper())
            .with("shrunk_rate", i -> per * rates.shrunk()[i])
            .with("unreliable", i -> counts[i] < 20 ? "yes" : "no")
            .with("p_this_low", chance.lowerTail())
            .with("p_this_high", chance.upperTail());
    return new Report(rates.provenance().with("rates_per", per))
        .table(places.placed(table, columns));
  }
}
