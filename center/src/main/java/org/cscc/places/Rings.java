package org.cscc.places;

import java.util.ArrayList;
import java.util.List;
import org.cscc.drawing.Position;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Turns polygons into rings of points with five decimals, about a metre, by the right-hand rule.
 */
final class Rings {
  private Rings() {}

  static AreaShape shape(int area, Geometry geometry) {
    List<List<List<Position>>> polygons = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        List<List<Position>> rings = new ArrayList<>();
        rings.add(ring(polygon.getExteriorRing(), true));
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          rings.add(ring(polygon.getInteriorRingN(hole), false));
        }
        polygons.add(List.copyOf(rings));
      }
    }
    return new AreaShape(area, List.copyOf(polygons));
  }

  private static List<Position> ring(LinearRing ring, boolean counterClockwise) {
    Coordinate[] points = ring.getCoordinates();
    boolean turned = Orientation.isCCW(points) != counterClockwise;
    List<Position> positions = new ArrayList<>(points.length);
    for (int i = 0; i < points.length; i++) {
      Coordinate point = points[turned ? points.length - 1 - i : i];
      Position position = new Position(rounded(point.x), rounded(point.y));
      if (positions.isEmpty() || i == points.length - 1 || !position.equals(positions.getLast())) {
        positions.add(position);
      }
    }
    return List.copyOf(positions);
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1e5) / 1e5;
  }
}
