package org.cscc.cli;

import java.util.Arrays;
import java.util.Map;
import org.locationtech.jts.geom.Point;

/**
 * Where the rows of a file lie: metres (or another unit) in a plane. Longitude and latitude are
 * laid flat about their middle, {@code x = R cos(lat0) dlon, y = R dlat}: within a city less than
 * one part in a thousand off.
 *
 * @param x east
 * @param y north
 * @param lon0 middle longitude; NaN when the file was in a plane already
 * @param lat0 middle latitude
 */
@SuppressWarnings("ArrayRecordComponent")
record Plane(double[] x, double[] y, double lon0, double lat0) {
  private static final double METRES_PER_DEGREE = 6_371_008.8 * Math.PI / 180;

  /** GeoJSON holds longitude and latitude; CSV says so with --lonlat. */
  static Plane of(Columns columns, String x, String y, boolean lonLat) {
    if (columns.shapes().isEmpty()) {
      double[] east = columns.known(x);
      double[] north = columns.known(y);
      return lonLat ? flat(east, north) : new Plane(east, north, Double.NaN, Double.NaN);
    }
    int n = columns.size();
    double[] east = new double[n];
    double[] north = new double[n];
    for (int i = 0; i < n; i++) {
      Point middle = columns.shapes().get(i).measured().getInteriorPoint();
      east[i] = middle.getX();
      north[i] = middle.getY();
    }
    return flat(east, north);
  }

  private static Plane flat(double[] lon, double[] lat) {
    for (int i = 0; i < lon.length; i++) {
      if (Math.abs(lon[i]) > 180 || Math.abs(lat[i]) > 90) {
        throw new Refused(
            "Row "
                + (i + 1)
                + ": ("
                + lon[i]
                + ", "
                + lat[i]
                + ") is no longitude and latitude: GeoJSON has to be in degrees (WGS 84)");
      }
    }
    double lon0 = Arrays.stream(lon).average().orElse(0);
    double lat0 = Arrays.stream(lat).average().orElse(0);
    double scale = METRES_PER_DEGREE * Math.cos(Math.toRadians(lat0));
    return new Plane(
        Arrays.stream(lon).map(v -> (v - lon0) * scale).toArray(),
        Arrays.stream(lat).map(v -> (v - lat0) * METRES_PER_DEGREE).toArray(),
        lon0,
        lat0);
  }

  /** The same places laid flat about another middle, to be measured against another file. */
  Plane about(double lon, double lat) {
    double from = METRES_PER_DEGREE * Math.cos(Math.toRadians(lat0));
    double to = METRES_PER_DEGREE * Math.cos(Math.toRadians(lat));
    return new Plane(
        Arrays.stream(x).map(v -> (lon0 + v / from - lon) * to).toArray(),
        Arrays.stream(y).map(v -> v + (lat0 - lat) * METRES_PER_DEGREE).toArray(),
        lon,
        lat);
  }

  /** A point of GeoJSON, in the coordinates of the file. */
  Map<String, Object> point(double east, double north) {
    double[] at =
        Double.isNaN(lon0)
            ? new double[] {east, north}
            : new double[] {
              lon0 + east / (METRES_PER_DEGREE * Math.cos(Math.toRadians(lat0))),
              lat0 + north / METRES_PER_DEGREE
            };
    return CaseAnswer.object("type", "Point", "coordinates", at);
  }
}
