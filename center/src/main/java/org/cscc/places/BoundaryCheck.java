package org.cscc.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.cscc.drawing.Position;
import org.cscc.places.BoundaryFile.NotTaken;
import org.cscc.places.BoundaryOutcome.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import tools.jackson.databind.JsonNode;

/** Reads the features of a file and finds everything that is wrong with them. */
final class BoundaryCheck {
  private static final double METRES_PER_DEGREE = 111_195;
  private static final double FAR = 3_000;
  private static final double OVERLAP = 0.005;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final Areas areas;
  private final boolean sameCity;
  private final BoundaryOptions options;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Integer, Found> found = new TreeMap<>();

  /** An area that the file names. */
  record Found(int feature, int area, @Nullable String name, MultiPolygon outline) {}

  BoundaryCheck(Areas areas, boolean sameCity, BoundaryOptions options) {
    this.areas = areas;
    this.sameCity = sameCity;
    this.options = options;
  }

  /** The areas of the file that can be used, by number. */
  Map<Integer, Found> found() {
    return found;
  }

  /** What is wrong; with anything in it, nothing of the file may count. */
  List<Problem> problems() {
    return problems;
  }

  /** Reads all features in one way of reading coordinates. */
  void read(JsonNode features, FeatureNames names, GroundReading reading) {
    ToIntFunction<String> numbers = sameCity ? name -> 0 : alphabetical(features, names);
    int place = 0;
    for (JsonNode feature : features) {
      place++;
      try {
        accept(place, feature, names, reading, numbers);
      } catch (IllegalArgumentException e) {
        problems.add(new Problem(place, "R-PLACE-04", String.valueOf(e.getMessage())));
      }
    }
    missing();
    overlaps();
  }

  private void accept(
      int place,
      JsonNode feature,
      FeatureNames names,
      GroundReading reading,
      ToIntFunction<String> numbers) {
    String name =
        Optional.ofNullable(names.name()).flatMap(p -> FeatureNames.value(feature, p)).orElse(null);
    OptionalInt area = number(place, feature, names, name, numbers);
    MultiPolygon outline = FeatureShape.polygons(feature.path("geometry"), reading);
    if (area.isEmpty()) {
      return;
    }
    int number = area.getAsInt();
    Found before = found.get(number);
    if (before != null) {
      problems.add(
          new Problem(
              place,
              "R-PLACE-05",
              "Area "
                  + number
                  + " is in the file twice, first as feature "
                  + before.feature()
                  + ". Join its parts into one MultiPolygon."));
      return;
    }
    found.put(number, new Found(place, number, name, outline));
    if (sameCity && distance(number, outline) > FAR) {
      problems.add(
          new Problem(
              place,
              "R-PLACE-07",
              "The outline of "
                  + areas.name(number)
                  + " lies more than 3 km from where that area is."
                  + " Number and outline do not belong together, or the coordinates are of another system."));
    }
  }

  private OptionalInt number(
      int place,
      JsonNode feature,
      FeatureNames names,
      @Nullable String name,
      ToIntFunction<String> numbers) {
    OptionalInt byName = sameCity ? areas.resolve(name) : OptionalInt.empty();
    if (names.number() == null) {
      if (byName.isEmpty() && name != null && !sameCity) {
        return OptionalInt.of(numbers.applyAsInt(name));
      }
      if (byName.isEmpty()) {
        problems.add(
            new Problem(place, "R-PLACE-06", "No area of this city is called \"" + name + "\"."));
      }
      return byName;
    }
    String written = FeatureNames.value(feature, names.number()).orElse("");
    if (!written.matches("0*[1-9][0-9]{0,3}(\\.0+)?")) {
      problems.add(
          new Problem(
              place, "R-PLACE-06", "The area number is missing or not a whole number above 0."));
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(written.replaceFirst("\\..*$", ""));
    boolean contradicts =
        name != null
            && (byName.isPresent()
                ? byName.getAsInt() != number
                : sameCity && areas.byNumber(number).isPresent());
    if (contradicts) {
      problems.add(
          new Problem(
              place,
              "R-PLACE-06",
              "Number "
                  + number
                  + " is "
                  + areas.name(number)
                  + " here, but the feature is called \""
                  + name
                  + "\". Correct one of them."));
      return OptionalInt.empty();
    }
    return OptionalInt.of(number);
  }

  /** Numbers for the areas of a new city whose file has names only: in the order of the names. */
  private static ToIntFunction<String> alphabetical(JsonNode features, FeatureNames names) {
    List<String> sorted = new ArrayList<>();
    String property = names.name();
    if (property != null) {
      features.forEach(feature -> FeatureNames.value(feature, property).ifPresent(sorted::add));
    }
    List<String> distinct = sorted.stream().distinct().sorted().toList();
    return name -> distinct.indexOf(name) + 1;
  }

  private double distance(int number, Geometry outline) {
    return areas
        .byNumber(number)
        .map(
            area ->
                outline.distance(
                        GEOMETRY.createPoint(new Coordinate(area.centerLon(), area.centerLat())))
                    * METRES_PER_DEGREE)
        .orElse(0.0);
  }

  private void missing() {
    if (!sameCity) {
      return;
    }
    List<String> absent =
        areas.all().stream()
            .filter(area -> !found.containsKey(area.number()))
            .map(area -> area.number() + " " + area.name())
            .toList();
    if (!absent.isEmpty()) {
      problems.add(
          new Problem(
              0,
              "R-PLACE-09",
              absent.size()
                  + " of "
                  + areas.all().size()
                  + " areas have no usable outline in the file: "
                  + String.join(", ", absent.subList(0, Math.min(10, absent.size())))
                  + (absent.size() > 10 ? " and more" : "")
                  + ". A city needs all of them, or incidents would lie nowhere."));
    }
  }

  private void overlaps() {
    List<Found> all = List.copyOf(found.values());
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        Found one = all.get(i);
        Found other = all.get(j);
        if (one.outline().getEnvelopeInternal().intersects(other.outline().getEnvelopeInternal())) {
          double smaller = Math.min(one.outline().getArea(), other.outline().getArea());
          double shared =
              OverlayNGRobust.overlay(one.outline(), other.outline(), OverlayNG.INTERSECTION)
                  .getArea();
          if (shared > OVERLAP * smaller) {
            problems.add(
                new Problem(
                    other.feature(),
                    "R-PLACE-08",
                    "Areas "
                        + one.area()
                        + " and "
                        + other.area()
                        + " overlap by more than half a percent of the"
                        + " smaller one. A point may lie in one area only."));
          }
        }
      }
    }
  }

  /** How the coordinates of the file are to be read, or why that can not be said safely. */
  GroundReading reading(JsonNode root) throws NotTaken {
    String told = options.crs();
    JsonNode member = root.path("crs").path("properties").path("name");
    if (told != null || member.isString()) {
      String crs = told != null ? told : member.asString();
      return GroundReading.named(crs)
          .orElseThrow(
              () ->
                  new NotTaken(
                      "R-PLACE-03",
                      "The coordinates are in \""
                          + crs
                          + "\", which is not known here. Convert the file to"
                          + " longitude and latitude (WGS84, EPSG:4326) and try again."));
    }
    double[] first = FeatureShape.first(root.path("features").get(0).path("geometry"));
    GroundReading bySize =
        first == null
            ? GroundReading.LON_LAT
            : GroundReading.bySize(first[0], first[1]).orElse(null);
    boolean guessed = bySize != GroundReading.LON_LAT && bySize != GroundReading.LAT_LON;
    if (bySize == null || (guessed && !sameCity)) {
      throw new NotTaken(
          "R-PLACE-03",
          "The coordinates are not degrees and the file does not say what they are. Convert it to longitude"
              + " and latitude (WGS84), or say it with --crs EPSG:3435 (Illinois East, feet) or --crs"
              + " EPSG:26971 (metres).");
    }
    if (sameCity && first != null && nearest(bySize.at(first[0], first[1])) > 60_000) {
      throw new NotTaken(
          "R-PLACE-03",
          "Read as "
              + bySize.words()
              + ", the first outline lies more than 60 km from the city. The file is of"
              + " another place or in another coordinate system; for another city add --city NAME.");
    }
    return bySize;
  }

  private double nearest(Position point) {
    return areas.all().stream()
        .mapToDouble(
            area ->
                Math.hypot(area.centerLon() - point.lon(), area.centerLat() - point.lat())
                    * METRES_PER_DEGREE)
        .min()
        .orElse(0);
  }
}
