package org.cscc.analysis.scan;

import org.cscc.analysis.Require;

/** The places of a scan and the distances between them. */
public final class ScanLocations {
  private static final double EARTH_RADIUS_KM = 6371.0088;

  private final double[] x;
  private final double[] y;
  private final boolean globe;

  private ScanLocations(double[] x, double[] y, boolean globe) {
    Require.atLeast("locations", 1, x.length);
    Require.sameLength("y", x.length, y.length);
    Require.finite("x", x);
    Require.finite("y", y);
    this.x = x.clone();
    this.y = y.clone();
    this.globe = globe;
  }

  /** Places of the plane; distances are in the unit of the coordinates. */
  public static ScanLocations planar(double[] x, double[] y) {
    return new ScanLocations(x, y, false);
  }

  /** Places on the globe in degrees; distances are great-circle kilometres. */
  public static ScanLocations lonLat(double[] longitude, double[] latitude) {
    for (double degrees : latitude) {
      Require.between("latitude", (long) Math.ceil(Math.abs(degrees)), 0, 90);
    }
    return new ScanLocations(longitude, latitude, true);
  }

  /** Number of places. */
  public int n() {
    return x.length;
  }

  /** Distance of two places. */
  public double distance(int a, int b) {
    Require.known("location", a, x.length);
    Require.known("location", b, x.length);
    if (!globe) {
      double dx = x[a] - x[b];
      double dy = y[a] - y[b];
      return Math.sqrt(dx * dx + dy * dy);
    }
    double lat = Math.toRadians(y[b] - y[a]) / 2;
    double lon = Math.toRadians(x[b] - x[a]) / 2;
    double cos = Math.cos(Math.toRadians(y[a])) * Math.cos(Math.toRadians(y[b]));
    double h = Math.sin(lat) * Math.sin(lat) + cos * Math.sin(lon) * Math.sin(lon);
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
