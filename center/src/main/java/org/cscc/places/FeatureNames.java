package org.cscc.places;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.cscc.places.BoundaryFile.NotTaken;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which properties of the features hold the number and the name of an area.
 *
 * @param number property of the number, or null when there is only a name
 * @param name property of the name, or null when there is only a number
 */
record FeatureNames(@Nullable String number, @Nullable String name) {
  private static final List<String> NUMBERS =
      List.of(
          "area_numbe",
          "area_num_1",
          "area_number",
          "community_area",
          "comm_area",
          "ca_num",
          "number");
  private static final List<String> NAMES =
      List.of("community", "area_name", "community_name", "comm_name", "neighborhood", "name");

  /** Finds them among the names that files use, unless they are told. */
  static FeatureNames in(JsonNode features, @Nullable String toldNumber, @Nullable String toldName)
      throws NotTaken {
    for (String told : new @Nullable String[] {toldNumber, toldName}) {
      if (told != null && value(features.get(0), told).isEmpty()) {
        throw new NotTaken(
            "R-PLACE-02",
            "The features have no property \""
                + told
                + "\". They have: "
                + properties(features)
                + ".");
      }
    }
    String number = toldNumber != null ? toldNumber : numbered(features);
    String name = toldName != null ? toldName : named(features);
    if (number == null && name == null) {
      throw new NotTaken(
          "R-PLACE-02",
          "No property names an area by number or name; the features have: "
              + properties(features)
              + ". If this is a file of areas, say which it is with --number PROPERTY or --name"
              + " PROPERTY. Police districts, wards and beats are not community areas.");
    }
    return new FeatureNames(number, name);
  }

  private static @Nullable String numbered(JsonNode features) {
    return NUMBERS.stream()
        .filter(property -> all(features, property, "0*[1-9][0-9]{0,3}(\\.0+)?"))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String named(JsonNode features) {
    return NAMES.stream()
        .filter(property -> all(features, property, "(?s).*\\p{L}.*"))
        .findFirst()
        .orElse(null);
  }

  private static boolean all(JsonNode features, String property, String pattern) {
    for (JsonNode feature : features) {
      if (!value(feature, property).filter(text -> text.matches(pattern)).isPresent()) {
        return false;
      }
    }
    return true;
  }

  /** A property of a feature as text; the case of the property's name does not matter. */
  static Optional<String> value(JsonNode feature, String property) {
    for (var entry : feature.path("properties").properties()) {
      if (entry.getKey().equalsIgnoreCase(property) && entry.getValue().isValueNode()) {
        String text = entry.getValue().asString("").strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
      }
    }
    return Optional.empty();
  }

  private static String properties(JsonNode features) {
    TreeSet<String> names = new TreeSet<>();
    features.get(0).path("properties").properties().forEach(entry -> names.add(entry.getKey()));
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
