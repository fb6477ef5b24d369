package org.cscc.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/**
 * The geometry of one feature: as it was written, and as something to measure.
 *
 * @param written the member {@code geometry}, given back unchanged
 * @param measured the same for measuring
 */
record Shape(JsonNode written, Geometry measured) {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** Points, polygons and multipolygons; null for anything else. */
  static @Nullable Shape of(JsonNode geometry) {
    JsonNode at = geometry.path("coordinates");
    Geometry measured =
        switch (geometry.path("type").asString("")) {
          case "Point" -> FACTORY.createPoint(coordinate(at));
          case "Polygon" -> polygon(at);
          case "MultiPolygon" -> {
            List<Polygon> parts = new ArrayList<>();
            at.forEach(part -> parts.add(polygon(part)));
            yield FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
          }
          default -> null;
        };
    return measured == null || measured.isEmpty() ? null : new Shape(geometry, measured);
  }

  private static Polygon polygon(JsonNode rings) {
    List<LinearRing> made = new ArrayList<>();
    for (JsonNode ring : rings) {
      List<Coordinate> corners = new ArrayList<>();
      ring.forEach(corner -> corners.add(coordinate(corner)));
      made.add(FACTORY.createLinearRing(corners.toArray(Coordinate[]::new)));
    }
    return made.isEmpty()
        ? FACTORY.createPolygon()
        : FACTORY.createPolygon(
            made.getFirst(), made.subList(1, made.size()).toArray(LinearRing[]::new));
  }

  private static Coordinate coordinate(JsonNode pair) {
    return new Coordinate(pair.path(0).asDouble(Double.NaN), pair.path(1).asDouble(Double.NaN));
  }
}
