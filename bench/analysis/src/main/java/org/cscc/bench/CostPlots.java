package org.cscc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link CostBench} for methods and draws cost against n: {@code CostPlots FOLDER [METHOD...]}
 * keeps one CSV and one SVG for each method in the folder; without methods it takes all that have
 * no CSV there yet, so that a long run can be made in pieces.
 */
final class CostPlots {
  private CostPlots() {}

  public static void main(String[] arguments) throws IOException, RunnerException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    List<String> wanted = Arrays.asList(arguments).subList(1, arguments.length);
    for (Map.Entry<String, Method> entry : Method.all().entrySet()) {
      String name = entry.getKey();
      Path csv = folder.resolve(name + ".csv");
      if (wanted.isEmpty() ? Files.notExists(csv) : wanted.contains(name)) {
        List<CostPlot.Point> points = measured(name, entry.getValue());
        Files.write(csv, rows(points));
        Files.writeString(
            folder.resolve(name + ".svg"), CostPlot.svg(name, entry.getValue().what(), points));
        System.out.println(name + " " + points);
      }
    }
  }

  private static List<CostPlot.Point> measured(String name, Method method) throws RunnerException {
    List<CostPlot.Point> points = new ArrayList<>();
    for (int n : method.sizes()) {
      RunResult result =
          new Runner(
                  new OptionsBuilder()
                      .include(CostBench.class.getSimpleName())
                      .param("method", name)
                      .param("n", Integer.toString(n))
                      .verbosity(VerboseMode.SILENT)
                      .build())
              .run()
              .iterator()
              .next();
      var times = result.getPrimaryResult().getStatistics();
      points.add(new CostPlot.Point(n, times.getMean(), times.getMin(), times.getMax()));
    }
    return points;
  }

  private static List<String> rows(List<CostPlot.Point> points) {
    List<String> rows = new ArrayList<>(List.of("n,mean_ms,least_ms,most_ms"));
    for (CostPlot.Point p : points) {
      rows.add(
          String.format(Locale.ROOT, "%d,%.5g,%.5g,%.5g", p.n(), p.mean(), p.least(), p.most()));
    }
    return rows;
  }
}
