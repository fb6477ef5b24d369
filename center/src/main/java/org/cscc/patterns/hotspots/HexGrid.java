package org.cscc.patterns.hotspots;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.cscc.drawing.Position;
import org.cscc.patterns.Plane;

/**
 * Hexagons of one width laid over the plane of the city.
 *
 * @param width metres between two opposite sides
 */
record HexGrid(double width) {
  /** Corners from the middle, in halves of the width and in sixths of the height of three rows. */
  private static final int[][] CORNERS = {{1, 1}, {0, 2}, {-1, 1}, {-1, -1}, {0, -2}, {1, -1}};

  /** The hexagon that holds a place, given in degrees. */
  Hexagon at(double lon, double lat) {
    double row = Plane.CHICAGO.y(lat) / rowHeight();
    double column = Plane.CHICAGO.x(lon) / width - row / 2;
    double third = -column - row;
    long q = Math.round(column);
    long r = Math.round(row);
    long s = Math.round(third);
    double offQ = Math.abs(q - column);
    double offR = Math.abs(r - row);
    double offS = Math.abs(s - third);
    if (offQ > offR && offQ > offS) {
      q = -r - s;
    } else if (offR > offS) {
      r = -q - s;
    }
    return new Hexagon(Math.toIntExact(q), Math.toIntExact(r));
  }

  /** The middle of a hexagon. */
  Position middle(Hexagon hexagon) {
    return position(2 * hexagon.q() + hexagon.r(), 3 * hexagon.r());
  }

  /** Its corners, counter-clockwise. */
  List<Position> corners(Hexagon hexagon) {
    List<Position> corners = new ArrayList<>();
    for (int[] corner : CORNERS) {
      corners.add(position(2 * hexagon.q() + hexagon.r() + corner[0], 3 * hexagon.r() + corner[1]));
    }
    return corners;
  }

  /** Square metres of a hexagon. */
  double area() {
    return Math.sqrt(3) / 2 * width * width;
  }

  /** The outline of hexagons together: closed rings; holes run the other way round. */
  List<List<Position>> outline(Collection<Hexagon> hexagons) {
    Outline outline = new Outline();
    for (Hexagon hexagon : hexagons) {
      for (int i = 0; i < CORNERS.length; i++) {
        outline.edge(corner(hexagon, i), corner(hexagon, (i + 1) % CORNERS.length));
      }
    }
    return outline.rings().stream()
        .map(ring -> ring.stream().map(point -> position(point.x(), point.y())).toList())
        .toList();
  }

  private static Outline.Point corner(Hexagon hexagon, int i) {
    return new Outline.Point(
        2 * hexagon.q() + hexagon.r() + CORNERS[i][0], 3 * hexagon.r() + CORNERS[i][1]);
  }

  private Position position(int halves, int sixths) {
    double lon = Plane.CHICAGO.lon(halves * width / 2);
    double lat = Plane.CHICAGO.latitude(sixths * rowHeight() / 3);
    return new Position(rounded(lon), rounded(lat));
  }

  private double rowHeight() {
    return width * Math.sqrt(3) / 2;
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1e5) / 1e5;
  }
}
