package org.cscc.places;

import java.util.Locale;
import java.util.Optional;
import org.cscc.drawing.Position;

/** How the two numbers of a coordinate are to be read. */
enum GroundReading {
  LON_LAT("longitude, latitude (WGS84)") {
    @Override
    Position at(double first, double second) {
      return new Position(first, second);
    }
  },
  LAT_LON("latitude first, turned around") {
    @Override
    Position at(double first, double second) {
      return new Position(second, first);
    }
  },
  STATE_PLANE_FEET("State Plane Illinois East in US survey feet (EPSG:3435), turned into degrees") {
    @Override
    Position at(double first, double second) {
      return IllinoisEast.fromFeet(first, second);
    }
  },
  STATE_PLANE_METRES("State Plane Illinois East in metres (EPSG:26971), turned into degrees") {
    @Override
    Position at(double first, double second) {
      return IllinoisEast.fromMetres(first, second);
    }
  };

  private final String words;

  GroundReading(String words) {
    this.words = words;
  }

  /** Degrees of a coordinate. */
  abstract Position at(double first, double second);

  /** What is said about it in a summary. */
  String words() {
    return words;
  }

  /**
   * The reading that a coordinate reference system asks for, by its name as files write it, such as
   * {@code urn:ogc:def:crs:EPSG::3435}; empty for a system that is not known here.
   */
  static Optional<GroundReading> named(String crs) {
    String name = crs.toUpperCase(Locale.ROOT);
    String code = name.replaceAll("^.*[^0-9A-Z]", "");
    return switch (code) {
      case "CRS84", "4326", "4269" -> Optional.of(LON_LAT);
      case "3435", "102671" -> Optional.of(STATE_PLANE_FEET);
      case "26971" -> Optional.of(STATE_PLANE_METRES);
      default -> Optional.empty();
    };
  }

  /** The reading that the size of the numbers suggests; the caller checks it against the city. */
  static Optional<GroundReading> bySize(double first, double second) {
    if (Math.abs(first) <= 180 && Math.abs(second) <= 180) {
      boolean turned = Math.abs(second) > 90 || (first > 15 && first < 72 && second < -60);
      return Optional.of(turned ? LAT_LON : LON_LAT);
    }
    if (first > 900_000 && first < 1_400_000 && second > 1_500_000 && second < 2_200_000) {
      return Optional.of(STATE_PLANE_FEET);
    }
    if (first > 270_000 && first < 430_000 && second > 450_000 && second < 680_000) {
      return Optional.of(STATE_PLANE_METRES);
    }
    return Optional.empty();
  }
}
