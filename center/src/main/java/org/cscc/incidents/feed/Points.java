package org.cscc.incidents.feed;

import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Where a row says it was: its point, unless it is one of the false ones, and its area. */
final class Points {
  /** The point that the City's export gives to rows without one (X = 0, Y = 0), in Missouri. */
  private static final double FALSE_LAT = 36.619446395;

  private static final double FALSE_LON = -91.686565684;

  private final Layout layout;
  private final AreaWords areas;

  Points(Layout layout, AreaWords areas) {
    this.layout = layout;
    this.areas = areas;
  }

  /**
   * What a row says of its place.
   *
   * @param lon rounded to 5 decimals, about a meter, as is lat
   * @param rejection why the point can not be read; null when there is no complaint
   */
  record Place(
      @Nullable Double lon,
      @Nullable Double lat,
      @Nullable Integer stated,
      @Nullable Integer computed,
      @Nullable Rejection rejection) {}

  Place read(Map<Field, String> cells) {
    @Nullable Integer stated = number(areas.named(cells.get(Field.AREA)));
    @Nullable String latCell = cells.get(Field.LATITUDE);
    @Nullable String lonCell = cells.get(Field.LONGITUDE);
    if (latCell == null || lonCell == null) {
      return new Place(null, null, stated, null, null);
    }
    double lat = degrees(latCell);
    double lon = degrees(lonCell);
    if (!(Math.abs(lat) <= 90)) {
      return refused(Field.LATITUDE, latCell);
    }
    if (!(Math.abs(lon) <= 180)) {
      return refused(Field.LONGITUDE, lonCell);
    }
    boolean none = lat == 0 && lon == 0;
    if (none || (Math.abs(lat - FALSE_LAT) < 1e-4 && Math.abs(lon - FALSE_LON) < 1e-4)) {
      return new Place(null, null, stated, null, null);
    }
    double roundLon = Math.round(lon * 1e5) / 1e5;
    double roundLat = Math.round(lat * 1e5) / 1e5;
    // Of the point as it is kept: many lie on streets that part two areas, within that meter, and a
    // later look at the kept point must find the same area.
    return new Place(roundLon, roundLat, stated, number(areas.at(roundLon, roundLat)), null);
  }

  private Place refused(Field field, String cell) {
    return new Place(
        null, null, null, null, Rejection.of(Rule.BAD_POINT, layout.word(field), cell));
  }

  /** The number in a cell, or NaN. */
  private static double degrees(String cell) {
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static @Nullable Integer number(OptionalInt area) {
    return area.isPresent() ? area.getAsInt() : null;
  }
}
