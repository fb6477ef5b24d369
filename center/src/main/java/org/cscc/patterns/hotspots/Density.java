package org.cscc.patterns.hotspots;

import java.util.ArrayList;
import java.util.List;
import org.cscc.analysis.density.Grid;
import org.cscc.analysis.density.KernelDensity;
import org.cscc.drawing.Position;
import org.cscc.patterns.Plane;

/**
 * M-3: the quartic kernel density of a window as a few levels, each a multiple of the city's mean.
 *
 * @param cityMean incidents a km² in the window over the whole ground
 * @param groundKm2 size of the ground
 * @param incidents incidents with a place
 * @param levels from the lowest up; a higher one lies inside the lower ones
 */
record Density(double cityMean, double groundKm2, int incidents, List<Level> levels) {
  /**
   * What is at least so dense.
   *
   * @param times so many times the mean of the city
   * @param km2 how large it is
   * @param incidents incidents of the window that lie in it
   * @param rings its outline
   */
  record Level(double times, double km2, int incidents, List<List<Position>> rings) {}

  static Density of(Ground ground, List<Shooting> window, Settings settings) {
    List<Shooting> placed = window.stream().filter(s -> ground.indexOf(s) >= 0).toList();
    double groundKm2 = ground.size() * ground.grid().area() / 1e6;
    double mean = placed.size() / groundKm2;
    if (placed.isEmpty()) {
      return new Density(0, groundKm2, 0, List.of());
    }
    double[] x = placed.stream().mapToDouble(s -> Plane.CHICAGO.x(s.lon())).toArray();
    double[] y = placed.stream().mapToDouble(s -> Plane.CHICAGO.y(s.lat())).toArray();
    Grid grid = around(x, y, settings);
    KernelDensity density = KernelDensity.quartic(grid, x, y, settings.bandwidth());
    List<Level> levels = new ArrayList<>();
    for (double times : settings.densityLevels()) {
      levels.add(level(density, times, times * mean / 1e6, x, y));
    }
    return new Density(mean, groundKm2, placed.size(), List.copyOf(levels));
  }

  /** Cells on a lattice that stays where it is, so that maps of different days can be compared. */
  private static Grid around(double[] x, double[] y, Settings settings) {
    double cell = settings.densityCell();
    double reach = settings.bandwidth() + cell;
    double west = Math.floor((least(x) - reach) / cell) * cell;
    double south = Math.floor((least(y) - reach) / cell) * cell;
    int columns = (int) Math.ceil((most(x) + reach - west) / cell);
    int rows = (int) Math.ceil((most(y) + reach - south) / cell);
    return Grid.ofCells(west, south, cell, columns, rows);
  }

  private static Level level(
      KernelDensity density, double times, double perSquareMetre, double[] x, double[] y) {
    Grid grid = density.grid();
    Outline outline = new Outline();
    int cells = 0;
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        if (density.values()[row * grid.columns() + column] >= perSquareMetre) {
          cells++;
          square(outline, column, row);
        }
      }
    }
    int inside = 0;
    for (int i = 0; i < x.length; i++) {
      int column = (int) Math.floor((x[i] - grid.x0()) / grid.dx() + 0.5);
      int row = (int) Math.floor((y[i] - grid.y0()) / grid.dy() + 0.5);
      inside += density.values()[row * grid.columns() + column] >= perSquareMetre ? 1 : 0;
    }
    List<List<Position>> rings =
        outline.rings().stream()
            .map(ring -> ring.stream().map(point -> position(grid, point)).toList())
            .toList();
    return new Level(times, cells * grid.dx() * grid.dy() / 1e6, inside, rings);
  }

  private static void square(Outline outline, int column, int row) {
    Outline.Point sw = new Outline.Point(column, row);
    Outline.Point se = new Outline.Point(column + 1, row);
    Outline.Point ne = new Outline.Point(column + 1, row + 1);
    Outline.Point nw = new Outline.Point(column, row + 1);
    outline.edge(sw, se);
    outline.edge(se, ne);
    outline.edge(ne, nw);
    outline.edge(nw, sw);
  }

  private static Position position(Grid grid, Outline.Point corner) {
    double lon = Plane.CHICAGO.lon(grid.x0() + (corner.x() - 0.5) * grid.dx());
    double lat = Plane.CHICAGO.latitude(grid.y0() + (corner.y() - 0.5) * grid.dy());
    return new Position(Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5);
  }

  private static double least(double[] values) {
    return java.util.Arrays.stream(values).min().orElseThrow();
  }

  private static double most(double[] values) {
    return java.util.Arrays.stream(values).max().orElseThrow();
  }
}
