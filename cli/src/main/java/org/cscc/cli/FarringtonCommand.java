package org.cscc.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cscc.analysis.FalseDiscovery;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.trend.Farrington;
import org.cscc.analysis.trend.FarringtonFlexible;
import org.cscc.analysis.trend.TwoThirds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Farrington, classic and flexible. */
@Command(
    name = "farrington",
    mixinStandardHelpOptions = true,
    description = {
      "Weeks that stand out against the same season of earlier years, with the false discovery rate"
          + " over the areas."
    },
    footer = {"", "Example: ./cscc analyze farrington cli/examples/weeks.csv --by area --years 4"})
final class FarringtonCommand extends OwnFilesCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "Counts by week")
  private Path file = Path.of("");

  @Option(
      names = "--bound",
      defaultValue = "flexible",
      paramLabel = "NAME",
      description =
          "flexible (negative binomial), flexible-two-thirds or classic (default:"
              + " ${DEFAULT-VALUE})")
  private String bound = "flexible";

  @Option(
      names = "--years",
      defaultValue = "5",
      paramLabel = "N",
      description = "Years to look back (default: ${DEFAULT-VALUE})")
  private int years = 5;

  @Option(
      names = "--half-window",
      defaultValue = "3",
      paramLabel = "N",
      description = "Weeks to each side of the same week (default: ${DEFAULT-VALUE})")
  private int halfWindow = 3;

  @Option(
      names = "--alpha",
      defaultValue = "0.01",
      paramLabel = "SHARE",
      description = "Level (default: ${DEFAULT-VALUE})")
  private double alpha = 0.01;

  @Mixin private LastOption last = new LastOption();
  @Mixin private SeriesOptions series = new SeriesOptions();

  @Override
  Report report() {
    List<SeriesOptions.Series> all = series.of(Columns.filled(file));
    List<List<Object>> rows = new ArrayList<>();
    List<Judged> judged = new ArrayList<>();
    for (int back = last.periods() - 1; back >= 0; back--) {
      List<Judged> week = new ArrayList<>();
      for (SeriesOptions.Series one : all) {
        week.add(judge(one.counts(), one.counts().length - 1 - back));
      }
      double[] q = FalseDiscovery.adjust(week.stream().mapToDouble(Judged::p).toArray());
      for (int a = 0; a < all.size(); a++) {
        SeriesOptions.Series one = all.get(a);
        int t = one.counts().length - 1 - back;
        Judged got = week.get(a);
        rows.add(
            List.of(
                one.area(),
                one.periods().get(t),
                one.counts()[t],
                got.expected(),
                got.upper(),
                got.p(),
                q[a],
                got.enough() ? ResultTable.yesNo(got.alarm()) : "too few events"));
      }
      judged.addAll(week);
    }
    return new Report(judged.getFirst().provenance().with("series", all.size()))
        .table(
            ResultTable.of(
                List.of("area", "week", "count", "expected", "upper", "p", "q", "alarm"), rows));
  }

  /** What both algorithms say about a week. */
  private record Judged(
      double expected,
      double upper,
      double p,
      boolean alarm,
      boolean enough,
      Provenance provenance) {
    static Judged of(FarringtonFlexible f) {
      return new Judged(f.expected(), f.upper(), f.p(), f.alarm(), f.enough(), f.provenance());
    }
  }

  private Judged judge(int[] counts, int week) {
    FarringtonFlexible.Settings settings =
        new FarringtonFlexible.Settings(years, halfWindow, 10, 26, 2.58, alpha, 52);
    return switch (bound.toLowerCase(Locale.ROOT)) {
      case "flexible" -> Judged.of(FarringtonFlexible.of(counts, week, settings));
      case "flexible-two-thirds" ->
          Judged.of(
              FarringtonFlexible.ofTwoThirds(counts, week, settings, TwoThirds.Uncertainty.PAPER));
      case "classic" -> {
        Farrington f =
            Farrington.of(
                counts,
                week,
                new Farrington.Settings(
                    years,
                    halfWindow,
                    alpha,
                    Farrington.Level.TWO_SIDED,
                    TwoThirds.Uncertainty.PAPER,
                    52));
        yield new Judged(f.expected(), f.upper(), f.p(), f.alarm(), f.enough(), f.provenance());
      }
      default ->
          throw new Refused("--bound is flexible, flexible-two-thirds or classic, not " + bound);
    };
  }
}
