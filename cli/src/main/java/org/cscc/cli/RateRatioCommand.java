package org.cscc.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cscc.analysis.effect.RateRatio;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Rate ratio of four counts. */
@Command(
    name = "rate-ratio",
    mixinStandardHelpOptions = true,
    description = {
      "Change of a treated place against a control as a ratio of rates; no percentage below five"
          + " events (E-5)."
    },
    footer = {"", "Example: ./cscc analyze rate-ratio cli/examples/designs.csv"})
final class RateRatioCommand extends OwnFilesCommand {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "Columns id, treated_before, treated_after, control_before, control_after")
  private Path file = Path.of("");

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    int[] t0 = columns.counts("treated_before");
    int[] t1 = columns.counts("treated_after");
    int[] c0 = columns.counts("control_before");
    int[] c1 = columns.counts("control_after");
    List<RateRatio> got = new ArrayList<>();
    for (int i = 0; i < t0.length; i++) {
      got.add(RateRatio.of(t0[i], t1[i], c0[i], c1[i]));
    }
    RateRatio first = got.getFirst();
    return new Report(
            switch (first) {
              case RateRatio.Judged judged -> judged.provenance();
              case RateRatio.TooFew few -> few.provenance();
            })
        .table(
            new ResultTable(got.size())
                .with("id", columns.idsOrNumbers("id"))
                .with("ratio", i -> judged(got.get(i), 0))
                .with("lower", i -> judged(got.get(i), 1))
                .with("upper", i -> judged(got.get(i), 2))
                .with("p", i -> judged(got.get(i), 3))
                .with("verdict", i -> verdict(got.get(i))));
  }

  private static double judged(RateRatio ratio, int which) {
    return ratio instanceof RateRatio.Judged got
        ? new double[] {got.ratio(), got.lower(), got.upper(), got.p()}[which]
        : Double.NaN;
  }

  private static String verdict(RateRatio ratio) {
    return switch (ratio) {
      case RateRatio.TooFew few ->
          "too few events to judge: a count of " + few.fewest() + " is below " + RateRatio.LEAST;
      case RateRatio.Judged got when !got.distinguishable() -> "cannot be told from no change";
      case RateRatio.Judged got when got.ratio() < 1 -> "better than the control";
      case RateRatio.Judged got -> "worse than the control";
    };
  }
}
