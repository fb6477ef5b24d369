package org.cscc.places;

import java.util.ArrayList;
import java.util.List;
import org.cscc.drawing.Position;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import tools.jackson.databind.JsonNode;

/** Reads the geometry of a feature. */
final class FeatureShape {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private FeatureShape() {}

  /** The first coordinate of a geometry, as it is written; null when there is none. */
  static double @Nullable [] first(JsonNode geometry) {
    JsonNode node = geometry.path("coordinates");
    while (node.isArray() && !node.isEmpty() && node.get(0).isArray()) {
      node = node.get(0);
    }
    return node.size() >= 2 && node.get(0).isNumber() && node.get(1).isNumber()
        ? new double[] {node.get(0).asDouble(), node.get(1).asDouble()}
        : null;
  }

  /**
   * The geometry as polygons in degrees.
   *
   * @throws IllegalArgumentException with a sentence, when it can not be used
   */
  static MultiPolygon polygons(JsonNode geometry, GroundReading reading) {
    JsonNode coordinates = geometry.path("coordinates");
    List<Polygon> parts = new ArrayList<>();
    switch (geometry.path("type").asString("")) {
      case "Polygon" -> parts.add(polygon(coordinates, reading));
      case "MultiPolygon" -> coordinates.forEach(part -> parts.add(polygon(part, reading)));
      default ->
          throw new IllegalArgumentException(
              "The feature is not a Polygon or MultiPolygon. Export the areas' outlines, not points or lines.");
    }
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("The feature has no outline.");
    }
    MultiPolygon all = GEOMETRY.createMultiPolygon(parts.toArray(Polygon[]::new));
    TopologyValidationError error = new IsValidOp(all).getValidationError();
    if (error != null) {
      throw new IllegalArgumentException(
          "The outline is not valid: "
              + error.getMessage()
              + " near "
              + error.getCoordinate().x
              + ", "
              + error.getCoordinate().y
              + ". Repair it in a mapping program.");
    }
    return all;
  }

  private static Polygon polygon(JsonNode rings, GroundReading reading) {
    if (!rings.isArray() || rings.isEmpty()) {
      throw new IllegalArgumentException("The feature has no outline.");
    }
    List<LinearRing> holes = new ArrayList<>();
    for (JsonNode ring : rings) {
      holes.add(ring(ring, reading));
    }
    LinearRing outer = holes.removeFirst();
    return GEOMETRY.createPolygon(outer, holes.toArray(LinearRing[]::new));
  }

  private static LinearRing ring(JsonNode points, GroundReading reading) {
    Coordinate[] coordinates = new Coordinate[points.size()];
    for (int i = 0; i < coordinates.length; i++) {
      JsonNode point = points.get(i);
      if (point.size() < 2 || !point.get(0).isNumber() || !point.get(1).isNumber()) {
        throw new IllegalArgumentException("A corner of the outline is not two numbers.");
      }
      Position position = reading.at(point.get(0).asDouble(), point.get(1).asDouble());
      if (Math.abs(position.lon()) > 180 || Math.abs(position.lat()) > 90) {
        throw new IllegalArgumentException("A corner of the outline is not on the earth.");
      }
      coordinates[i] = new Coordinate(position.lon(), position.lat());
    }
    if (coordinates.length < 4 || !coordinates[0].equals2D(coordinates[coordinates.length - 1])) {
      throw new IllegalArgumentException(
          "The outline is not closed: its last corner must be its first.");
    }
    return GEOMETRY.createLinearRing(coordinates);
  }
}
