package org.cscc.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a GeoJSON feature collection as a table: the properties are its columns. */
final class GeoJsonInput {
  private GeoJsonInput() {}

  static Columns columns(Path file, String text) {
    JsonNode features = features(file, text);
    Set<String> names = new LinkedHashSet<>();
    features.forEach(feature -> names.addAll(feature.path("properties").propertyNames()));
    List<List<String>> rows = new ArrayList<>();
    List<Shape> shapes = new ArrayList<>();
    for (JsonNode feature : features) {
      shapes.add(shape(file, feature, rows.size() + 1));
      List<String> row = new ArrayList<>();
      for (String name : names) {
        JsonNode value = feature.path("properties").path(name);
        row.add(value.isMissingNode() || value.isNull() ? "" : value.asString(value.toString()));
      }
      rows.add(row);
    }
    return new Columns(file, List.copyOf(names), rows, i -> "feature " + (i + 1), shapes);
  }

  private static JsonNode features(Path file, String text) {
    try {
      JsonNode root = JsonMapper.shared().readTree(text);
      if (root.path("features").isArray()) {
        return root.path("features");
      }
    } catch (JacksonException e) {
      throw new Refused(file + " is not JSON: " + e.getOriginalMessage(), e);
    }
    throw new Refused(file + " is not a GeoJSON FeatureCollection: it has no list 'features'");
  }

  private static Shape shape(Path file, JsonNode feature, int number) {
    try {
      Shape shape = Shape.of(feature.path("geometry"));
      if (shape != null) {
        return shape;
      }
    } catch (IllegalArgumentException e) {
      throw new Refused(
          file + " feature " + number + ": its polygon is not closed: " + e.getMessage(), e);
    }
    throw new Refused(
        file + " feature " + number + ": give it a Point, a Polygon or a MultiPolygon");
  }
}
