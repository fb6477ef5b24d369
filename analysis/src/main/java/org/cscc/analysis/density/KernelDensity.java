package org.cscc.analysis.density;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cscc.analysis.Caution;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;
import org.cscc.analysis.Progress;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Require;

/**
 * M-3: kernel density on a grid, in events per unit of area of the coordinates (multiply by 1e6 for
 * events per km² when they are metres). No edge correction: near a lake shore the density is too
 * low by the share of the kernel that lies in the water. The answer does not depend on the number
 * of threads: each strip of rows adds its points in the same order.
 *
 * @param grid the nodes
 * @param values density at each node, row by row from the south-west
 * @param provenance method and settings
 */
@SuppressWarnings("ArrayRecordComponent")
public record KernelDensity(Grid grid, double[] values, Provenance provenance) {
  private static final int STRIP = 8;

  /**
   * Quartic kernel, {@code sum_i w_i 3/(pi h^2) (1 - (d_i/h)^2)^2} over points nearer than {@code
   * h} (Silverman 1986).
   *
   * @param h bandwidth, the distance at which the kernel ends (sqrt(8) standard deviations)
   * @throws org.cscc.analysis.InvalidInput for coordinates that are no numbers, negative weights or
   *     a bandwidth that is not positive
   */
  public static KernelDensity quartic(
      Grid grid, double[] x, double[] y, double[] weights, double h) {
    Require.positive("bandwidth", h);
    Points points = Points.of(x, y, weights);
    double[] values = new double[grid.nodes()];
    Progress.Steps steps = Progress.begin("strips", strips(grid).count());
    strips(grid)
        .forEach(
            strip -> {
              int firstRow = strip * STRIP;
              int lastRow = Math.min(grid.rows(), firstRow + STRIP) - 1;
              int to = points.firstAtOrNorthOf(grid.y(lastRow) + h);
              for (int p = points.firstAtOrNorthOf(grid.y(firstRow) - h); p < to; p++) {
                addQuartic(
                    grid, values, points.x[p], points.y[p], points.weight[p], h, firstRow, lastRow);
              }
              steps.step();
            });
    return new KernelDensity(
        grid,
        values,
        Provenance.of("Kernel density, quartic", x.length, Caution.JUDGE_ON_LATER_DATA)
            .with("bandwidth", h)
            .with("edge_correction", "none"));
  }

  /** Quartic density of events that weigh one each. */
  public static KernelDensity quartic(Grid grid, double[] x, double[] y, double h) {
    return quartic(grid, x, y, ones(x.length), h);
  }

  /**
   * Gaussian kernel, {@code sum_i w_i exp(-d_i^2 / (2 sigma^2)) / (2 pi sigma^2)}, summed to the
   * end. The kernel is a product of a factor for east and one for north, so the grid is the product
   * of two matrices.
   *
   * @param sigma standard deviation of the kernel
   * @throws org.cscc.analysis.InvalidInput for coordinates that are no numbers, negative weights or
   *     a sigma that is not positive
   */
  public static KernelDensity gaussian(
      Grid grid, double[] x, double[] y, double[] weights, double sigma) {
    return gaussian(grid, x, y, weights, sigma, Double.POSITIVE_INFINITY);
  }

  /** Gaussian density of events that weigh one each, summed to the end. */
  public static KernelDensity gaussian(Grid grid, double[] x, double[] y, double sigma) {
    return gaussian(grid, x, y, ones(x.length), sigma);
  }

  /**
   * Gaussian kernel cut to a square of {@code cutAt} standard deviations to each side: at 5 each
   * event loses less than 1.2e-6 of its mass.
   */
  public static KernelDensity gaussian(
      Grid grid, double[] x, double[] y, double[] weights, double sigma, double cutAt) {
    Require.positive("sigma", sigma);
    if (!(cutAt > 0)) {
      throw new InvalidInput(Reason.OUT_OF_RANGE, "cutAt must be above zero: " + cutAt);
    }
    Points points = Points.of(x, y, weights);
    double[] values = new double[grid.nodes()];
    Progress.Steps steps = Progress.begin("strips", strips(grid).count());
    strips(grid)
        .forEach(
            strip -> {
              gaussianStrip(grid, values, points, sigma, cutAt, strip);
              steps.step();
            });
    return new KernelDensity(
        grid,
        values,
        Provenance.of("Kernel density, Gaussian", x.length, Caution.JUDGE_ON_LATER_DATA)
            .with("sigma", sigma)
            .with("cut_at_sigmas", cutAt)
            .with("edge_correction", "none"));
  }

  /** The largest density. */
  public double peak() {
    double peak = 0;
    for (double value : values) {
      peak = Math.max(peak, value);
    }
    return peak;
  }

  /** Sum of density times the area of a cell: the number of events whose kernel the grid holds. */
  public double mass() {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum * grid.dx() * grid.dy();
  }

  static void addQuartic(
      Grid grid,
      double[] values,
      double x,
      double y,
      double weight,
      double h,
      int firstRow,
      int lastRow) {
    double scale = weight * 3 / (Math.PI * h * h);
    double perH2 = 1 / (h * h);
    int from = Math.max(firstRow, grid.firstRow(y - h));
    int to = Math.min(lastRow, grid.lastRow(y + h));
    int first = grid.firstColumn(x - h);
    int last = grid.lastColumn(x + h);
    for (int row = from; row <= to; row++) {
      double dy = grid.y(row) - y;
      double left = 1 - dy * dy * perH2;
      int start = row * grid.columns();
      for (int column = first; column <= last; column++) {
        double dx = grid.x0() + column * grid.dx() - x;
        double t = left - dx * dx * perH2;
        double inside = 0.5 * (t + Math.abs(t)); // t within the circle, else 0, without a branch
        values[start + column] += scale * inside * inside;
      }
    }
  }

  private static void gaussianStrip(
      Grid grid, double[] values, Points points, double sigma, double cutAt, int strip) {
    int firstRow = strip * STRIP;
    int lastRow = Math.min(grid.rows(), firstRow + STRIP) - 1;
    boolean cut = cutAt < Double.POSITIVE_INFINITY;
    double reach = cutAt * sigma;
    double scale = 1 / (2 * Math.PI * sigma * sigma);
    double perTwice = -1 / (2 * sigma * sigma);
    double[] east = new double[grid.columns()];
    int p = cut ? points.firstAtOrNorthOf(grid.y(firstRow) - reach) : 0;
    int to = cut ? points.firstAtOrNorthOf(grid.y(lastRow) + reach) : points.size();
    for (; p < to; p++) {
      int first = cut ? grid.firstColumn(points.x[p] - reach) : 0;
      int last = cut ? grid.lastColumn(points.x[p] + reach) : grid.columns() - 1;
      for (int column = first; column <= last; column++) {
        double dx = grid.x(column) - points.x[p];
        east[column] = Math.exp(dx * dx * perTwice);
      }
      for (int row = firstRow; row <= lastRow; row++) {
        double dy = grid.y(row) - points.y[p];
        if (Math.abs(dy) <= reach) {
          double north = scale * points.weight[p] * Math.exp(dy * dy * perTwice);
          int start = row * grid.columns();
          for (int column = first; column <= last; column++) {
            values[start + column] += north * east[column];
          }
        }
      }
    }
  }

  private static IntStream strips(Grid grid) {
    return IntStream.range(0, (grid.rows() + STRIP - 1) / STRIP).parallel();
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }
}
