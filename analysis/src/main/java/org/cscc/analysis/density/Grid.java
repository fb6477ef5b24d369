package org.cscc.analysis.density;

import org.cscc.analysis.Require;

/**
 * Nodes of a grid, row by row from the south-west: node {@code (column, row)} lies at {@code (x0 +
 * column * dx, y0 + row * dy)} and has index {@code row * columns + column}.
 *
 * @param x0 east of the first node
 * @param y0 north of the first node
 * @param dx distance between columns
 * @param dy distance between rows
 * @param columns number of columns
 * @param rows number of rows
 */
public record Grid(double x0, double y0, double dx, double dy, int columns, int rows) {

  /** Refuses an empty grid and spacing that is not positive. */
  public Grid {
    Require.finite("origin", new double[] {x0, y0});
    Require.positive("dx", dx);
    Require.positive("dy", dy);
    Require.between("columns", columns, 1, 100_000);
    Require.between("rows", rows, 1, 100_000);
    Require.between("nodes", (long) columns * rows, 1, 100_000_000);
  }

  /** Square cells whose south-west corner is given; the nodes are their centres. */
  public static Grid ofCells(double west, double south, double cell, int columns, int rows) {
    return new Grid(west + cell / 2, south + cell / 2, cell, cell, columns, rows);
  }

  /** Number of nodes. */
  public int nodes() {
    return columns * rows;
  }

  /** East of a column. */
  public double x(int column) {
    return x0 + column * dx;
  }

  /** North of a row. */
  public double y(int row) {
    return y0 + row * dy;
  }

  /** First column at or east of a place, not less than 0. */
  int firstColumn(double x) {
    return (int) Math.max(0, Math.min(columns, Math.ceil((x - x0) / dx)));
  }

  /** Last column at or west of a place, -1 when there is none. */
  int lastColumn(double x) {
    return (int) Math.max(-1, Math.min(columns - 1, Math.floor((x - x0) / dx)));
  }

  /** First row at or north of a place. */
  int firstRow(double y) {
    return (int) Math.max(0, Math.min(rows, Math.ceil((y - y0) / dy)));
  }

  /** Last row at or south of a place. */
  int lastRow(double y) {
    return (int) Math.max(-1, Math.min(rows - 1, Math.floor((y - y0) / dy)));
  }
}
