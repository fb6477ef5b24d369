package org.cscc.patterns;

/**
 * A flat map of the city in metres: good to some centimetres over the 200 m of a near-repeat window
 * and to about a metre over the 400 m of a walk. Series for the length of a degree on the WGS84
 * ellipsoid.
 *
 * @param lat latitude of the middle, in degrees
 */
record Plane(double lat) {
  /** The middle of Chicago. */
  static final Plane CHICAGO = new Plane(41.84);

  double x(double lon) {
    double phi = Math.toRadians(lat);
    return lon * (111_412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi));
  }

  double y(double latitude) {
    double phi = Math.toRadians(lat);
    return latitude * (111_132.92 - 559.82 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi));
  }

  /** Distance along a street grid that runs north-south and east-west, in metres. */
  double streets(Happening one, Happening other) {
    return Math.abs(x(one.lon()) - x(other.lon())) + Math.abs(y(one.lat()) - y(other.lat()));
  }
}
