package org.cscc.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cscc.analysis.accuracy.Backtest;
import org.cscc.analysis.density.Grid;
import org.cscc.analysis.density.KernelDensity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rolling-origin backtest of a density map. */
@Command(
    name = "backtest",
    mixinStandardHelpOptions = true,
    description = {
      "How well a density map would have done in the past weeks on events it had not seen, beside"
          + " naive maps."
    },
    footer = {
      "",
      "Example: ./cscc analyze backtest cli/examples/events.csv --cell 500 --bandwidth 900 --weeks"
          + " 8"
    })
final class BacktestCommand extends OwnFilesCommand {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "Events with a date: CSV or GeoJSON points")
  private Path file = Path.of("");

  @Option(
      names = "--cell",
      defaultValue = "250",
      paramLabel = "METRES",
      description = "Side of a cell (default: ${DEFAULT-VALUE})")
  private double cell = 250;

  @Option(
      names = "--bandwidth",
      defaultValue = "400",
      paramLabel = "METRES",
      description = "Where the quartic kernel ends (default: ${DEFAULT-VALUE})")
  private double bandwidth = 400;

  @Option(
      names = "--weeks",
      defaultValue = "26",
      paramLabel = "N",
      description = "How many of the last weeks to test (default: ${DEFAULT-VALUE})")
  private int weeks = 26;

  @Mixin private DateOption date = new DateOption();
  @Mixin private PlaceOptions places = new PlaceOptions();

  @Override
  Report report() {
    Columns columns = Columns.filled(file);
    Plane plane = places.plane(columns);
    if (!(cell > 0) || !(bandwidth > 0)) {
      throw new Refused("--cell and --bandwidth must be above zero");
    }
    Grid grid = grid(plane);
    int[][] counts = counts(grid, plane, columns.days(date.column()));
    double[] area = new double[grid.nodes()];
    Arrays.fill(area, cell * cell / 1e6);
    Backtest test = Backtest.run(counts, area, weeks, 52, history -> map(grid, history, bandwidth));
    List<Map.Entry<String, Backtest.Summary>> scores = List.copyOf(test.scores().entrySet());
    return new Report(test.provenance().with("cell", cell).with("bandwidth", bandwidth))
        .value("better_than_every_naive_map", ResultTable.yesNo(test.betterThanNaive()))
        .table(
            new ResultTable(scores.size())
                .with("map", i -> scores.get(i).getKey())
                .with("weeks_with_events", i -> scores.get(i).getValue().periods())
                .with("events", i -> scores.get(i).getValue().events())
                .with("hit_rate_1_percent", i -> scores.get(i).getValue().hitRate1())
                .with("hit_rate_5_percent", i -> scores.get(i).getValue().hitRate5())
                .with("pai_5_percent", i -> scores.get(i).getValue().pai5())
                .with("pei_5_percent", i -> scores.get(i).getValue().pei5()));
  }

  private Grid grid(Plane plane) {
    double west = Arrays.stream(plane.x()).min().orElse(0);
    double south = Arrays.stream(plane.y()).min().orElse(0);
    double wide = Arrays.stream(plane.x()).max().orElse(0) - west;
    double high = Arrays.stream(plane.y()).max().orElse(0) - south;
    if (wide / cell * high / cell > 1e6) {
      throw new Refused("The grid would have more than a million cells: give a larger --cell");
    }
    return Grid.ofCells(west, south, cell, (int) (wide / cell) + 1, (int) (high / cell) + 1);
  }

  private int[][] counts(Grid grid, Plane plane, int[] days) {
    int last = Arrays.stream(days).max().orElse(0);
    int periods = (last - Arrays.stream(days).min().orElse(0)) / 7 + 1;
    int[][] counts = new int[periods][grid.nodes()];
    for (int i = 0; i < days.length; i++) {
      int column = (int) ((plane.x()[i] - grid.x0()) / cell + 0.5);
      int row = (int) ((plane.y()[i] - grid.y0()) / cell + 0.5);
      counts[periods - 1 - (last - days[i]) / 7][row * grid.columns() + column]++;
    }
    return counts;
  }

  private static double[] map(Grid grid, int[][] history, double bandwidth) {
    double[] weight = new double[grid.nodes()];
    for (int[] week : history) {
      for (int c = 0; c < weight.length; c++) {
        weight[c] += week[c];
      }
    }
    double[] x = new double[weight.length];
    double[] y = new double[weight.length];
    Arrays.setAll(x, c -> grid.x(c % grid.columns()));
    Arrays.setAll(y, c -> grid.y(c / grid.columns()));
    return KernelDensity.quartic(grid, x, y, weight, bandwidth).values();
  }
}
