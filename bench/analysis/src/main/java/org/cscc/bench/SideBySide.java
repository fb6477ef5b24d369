package org.cscc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cscc.analysis.Knox;
import org.cscc.analysis.KnoxEvents;
import org.cscc.analysis.density.Grid;
import org.cscc.analysis.density.KernelDensity;

/**
 * Our side: {@code SideBySide FOLDER [series]} prints {@code job,program,seconds,runs,check} for
 * every job, the median of the second half of the runs; with {@code series} it only writes the
 * weekly counts that the trend peers read.
 */
final class SideBySide {
  private SideBySide() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int[][] series = Inputs.series(77, 520);
    if (arguments.length > 1) {
      Files.write(
          folder.resolve("series.csv"),
          Arrays.stream(series)
              .map(
                  s ->
                      Arrays.stream(s).mapToObj(Integer::toString).collect(Collectors.joining(",")))
              .toList());
      return;
    }
    Inputs.Places hexagons = Inputs.hexagons(folder);
    time("gistar", "ours", 40, () -> significant(Jobs.giStar(hexagons)));
    time("gistar", "ours exact", 40, () -> significant(Jobs.giStarExact(hexagons)));
    Inputs.Plane points = Inputs.points(folder);
    Grid grid = points.grid(200, 125);
    time("density", "ours", 100, () -> text(Jobs.density(points, grid)));
    KnoxEvents events = Inputs.events(folder);
    time("knox", "ours", 14, () -> text(Jobs.knox(events)));
    time("knox", "ours exact", 30, () -> text(Jobs.knoxExact(events)));
    Inputs.Cases cases = Inputs.cases(folder);
    time("scan", "ours", 24, () -> number(Jobs.scan(cases).clusters().getFirst().ratio()));
    time("farrington", "ours", 30, () -> number(Jobs.farrington(series)));
  }

  private static void time(String job, String program, int runs, Supplier<String> work) {
    double[] seconds = new double[runs];
    String check = "";
    for (int run = 0; run < runs; run++) {
      long start = System.nanoTime();
      check = work.get();
      seconds[run] = (System.nanoTime() - start) / 1e9;
    }
    double[] warm = Arrays.copyOfRange(seconds, runs / 2, runs);
    Arrays.sort(warm);
    System.out.printf(
        Locale.ROOT, "%s,%s,%.5f,%d,%s%n", job, program, warm[warm.length / 2], warm.length, check);
  }

  private static String significant(double[] p) {
    return Arrays.stream(p).filter(value -> value <= 0.05).count() + " places p <= .05";
  }

  private static String text(KernelDensity density) {
    return String.format(Locale.ROOT, "peak %.9e", density.peak());
  }

  private static String text(Knox.Table table) {
    return table.cell(1, 1).observed() + " pairs in cell 2x2";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
