package org.cscc.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cscc.analysis.density.Grid;
import org.cscc.analysis.density.KernelDensity;

/** Quartic and Gaussian density of a case; coordinates in metres, densities per km². */
final class DensityCase {
  private static final double PER_KM2 = 1e6;

  private DensityCase() {}

  static CaseAnswer answer(CaseFolder folder) {
    Columns events = folder.input("events");
    double[] x = events.numbers("x");
    double[] y = events.numbers("y");
    double cell = setting(folder, "cell");
    double h = setting(folder, "bandwidth");
    Grid grid =
        Grid.ofCells(
            setting(folder, "x0"),
            setting(folder, "y0"),
            cell,
            (int) setting(folder, "nx"),
            (int) setting(folder, "ny"));
    KernelDensity quartic = KernelDensity.quartic(grid, x, y, h);
    KernelDensity gaussian = KernelDensity.gaussian(grid, x, y, h);
    double raw = Math.PI * h * h / 3;
    return new CaseAnswer()
        .value("nx", grid.columns())
        .value("ny", grid.rows())
        .value("x0", setting(folder, "x0"))
        .value("y0", setting(folder, "y0"))
        .value("cell", cell)
        .value("bandwidth", h)
        .value("n_events", x.length)
        .value("sum_quartic_times_cellarea", quartic.mass())
        .value("sum_gaussian_times_cellarea", gaussian.mass())
        .value("top25_cells_quartic", top(quartic))
        .value("bw_scott", List.of(scott(x), scott(y)))
        .table(
            "grid",
            new ResultTable(grid.nodes())
                .with("x", i -> grid.x(i % grid.columns()))
                .with("y", i -> grid.y(i / grid.columns()))
                .with("quartic_per_km2", i -> quartic.values()[i] * PER_KM2)
                .with("gaussian_per_km2", i -> gaussian.values()[i] * PER_KM2)
                .with("quartic_raw_sum", i -> quartic.values()[i] * raw));
  }

  /** Scott's rule for each axis, sd n^(-1/6). */
  private static double scott(double[] values) {
    double mean = java.util.Arrays.stream(values).average().orElseThrow();
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1)) * Math.pow(values.length, -1.0 / 6);
  }

  private static List<Map<String, Object>> top(KernelDensity density) {
    Grid grid = density.grid();
    List<Map<String, Object>> top = new ArrayList<>();
    IntStream.range(0, grid.nodes())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -density.values()[i]))
        .limit(25)
        .forEach(
            i ->
                top.add(
                    CaseAnswer.object(
                        "x", grid.x(i % grid.columns()),
                        "y", grid.y(i / grid.columns()),
                        "per_km2", density.values()[i] * PER_KM2)));
    return top;
  }

  private static double setting(CaseFolder folder, String name) {
    return folder.setting(name).asDouble();
  }
}
