package org.cscc.places;

import org.cscc.drawing.Position;

/**
 * The State Plane zone Illinois East of NAD83 (EPSG:26971 in metres, EPSG:3435 in US survey feet),
 * turned into degrees. A transverse Mercator projection on the GRS80 ellipsoid, inverted by
 * Krüger's series to the fourth order of the third flattening, which is true to a millimetre here
 * (Karney, Journal of Geodesy 85, 2011). NAD83 and WGS84 are taken as one, as the City does in its
 * own files; they differ by about a metre.
 */
final class IllinoisEast {
  /** Metres of a US survey foot. */
  static final double FOOT = 1200.0 / 3937.0;

  private static final double RADIUS = 6_378_137;
  private static final double FLATTENING = 1 / 298.257222101;
  private static final double SCALE = 0.999975;
  private static final double CENTRAL = -(88 + 20 / 60.0);
  private static final double ORIGIN = Math.toRadians(36 + 40 / 60.0);
  private static final double FALSE_EASTING = 300_000;

  private static final double N = FLATTENING / (2 - FLATTENING);
  private static final double MERIDIAN =
      RADIUS / (1 + N) * (1 + N * N / 4 + N * N * N * N / 64) * SCALE;
  private static final double[] ALPHA =
      series(
          new double[] {1 / 2.0, -2 / 3.0, 5 / 16.0, 41 / 180.0},
          new double[] {0, 13 / 48.0, -3 / 5.0, 557 / 1440.0},
          new double[] {0, 0, 61 / 240.0, -103 / 140.0},
          new double[] {0, 0, 0, 49561 / 161280.0});
  private static final double[] BETA =
      series(
          new double[] {1 / 2.0, -2 / 3.0, 37 / 96.0, -1 / 360.0},
          new double[] {0, 1 / 48.0, 1 / 15.0, -437 / 1440.0},
          new double[] {0, 0, 17 / 480.0, -37 / 840.0},
          new double[] {0, 0, 0, 4397 / 161280.0});
  private static final double[] DELTA =
      series(
          new double[] {2, -2 / 3.0, -2, 116 / 45.0},
          new double[] {0, 7 / 3.0, -8 / 5.0, -227 / 45.0},
          new double[] {0, 0, 56 / 15.0, -136 / 35.0},
          new double[] {0, 0, 0, 4279 / 630.0});
  private static final double XI_ORIGIN = xiOnCentralMeridian(ORIGIN);

  private IllinoisEast() {}

  /**
   * Degrees of a point.
   *
   * @param easting metres east, false easting 300,000 included
   * @param northing metres north of the zone's origin
   */
  static Position fromMetres(double easting, double northing) {
    double xi = northing / MERIDIAN + XI_ORIGIN;
    double eta = (easting - FALSE_EASTING) / MERIDIAN;
    double xiPrime = xi;
    double etaPrime = eta;
    for (int j = 1; j <= BETA.length; j++) {
      xiPrime -= BETA[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
      etaPrime -= BETA[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
    }
    double chi = Math.asin(Math.sin(xiPrime) / Math.cosh(etaPrime));
    double latitude = chi;
    for (int j = 1; j <= DELTA.length; j++) {
      latitude += DELTA[j - 1] * Math.sin(2 * j * chi);
    }
    double longitude = CENTRAL + Math.toDegrees(Math.atan2(Math.sinh(etaPrime), Math.cos(xiPrime)));
    return new Position(longitude, Math.toDegrees(latitude));
  }

  /** Degrees of a point in US survey feet. */
  static Position fromFeet(double easting, double northing) {
    return fromMetres(easting * FOOT, northing * FOOT);
  }

  private static double xiOnCentralMeridian(double latitude) {
    double e = Math.sqrt(FLATTENING * (2 - FLATTENING));
    double sine = Math.sin(latitude);
    double chi = Math.asin(Math.tanh(atanh(sine) - e * atanh(e * sine)));
    double xi = chi;
    for (int j = 1; j <= ALPHA.length; j++) {
      xi += ALPHA[j - 1] * Math.sin(2 * j * chi);
    }
    return xi;
  }

  private static double atanh(double value) {
    return 0.5 * Math.log((1 + value) / (1 - value));
  }

  /** Sums each row of coefficients over the powers of the third flattening. */
  private static double[] series(double[]... rows) {
    double[] sums = new double[rows.length];
    for (int row = 0; row < rows.length; row++) {
      double power = N;
      for (double coefficient : rows[row]) {
        sums[row] += coefficient * power;
        power *= N;
      }
    }
    return sums;
  }
}
