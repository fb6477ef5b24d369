package org.cscc.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the rows of a file lie. */
final class PlaceOptions {
  @Option(
      names = "--x",
      defaultValue = "x",
      paramLabel = "COLUMN",
      description = "East (default: x)")
  private String x = "x";

  @Option(
      names = "--y",
      defaultValue = "y",
      paramLabel = "COLUMN",
      description = "North (default: y)")
  private String y = "y";

  @Option(
      names = "--lonlat",
      description = "x and y of a CSV file are longitude and latitude; distances are in metres")
  private boolean lonLat;

  Plane plane(Columns columns) {
    return Plane.of(columns, x, y, lonLat);
  }

  /** Whether the file says where its rows lie. */
  boolean known(Columns columns) {
    return !columns.shapes().isEmpty() || (columns.has(x) && columns.has(y));
  }

  /** Gives each row of the result the place of the same row of the file, where it has one. */
  ResultTable placed(ResultTable table, Columns columns) {
    if (!columns.shapes().isEmpty()) {
      return table.at(i -> columns.shapes().get(i).written());
    }
    @Nullable Plane plane = known(columns) ? plane(columns) : null;
    return plane == null ? table : table.at(i -> plane.point(plane.x()[i], plane.y()[i]));
  }
}
