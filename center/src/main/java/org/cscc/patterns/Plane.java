package org.cscc.patterns;

/**
 * A flat map of the city in metres: good to some centimetres over the 200 m of a near-repeat window
 * and to about a metre over the 400 m of a walk. Series for the length of a degree on the WGS84
 * ellipsoid.
 *
 * @param lat latitude of the middle, in degrees
 */
public record Plane(double lat) {
  /** The middle of Chicago. */
  public static final Plane CHICAGO = new Plane(41.84);

  /** Metres to the east of the meridian of Greenwich. */
  public double x(double lon) {
    return lon * east();
  }

  /** Metres to the north of the equator. */
  public double y(double latitude) {
    return latitude * north();
  }

  /** The longitude of a place so many metres to the east. */
  public double lon(double x) {
    return x / east();
  }

  /** The latitude of a place so many metres to the north. */
  public double latitude(double y) {
    return y / north();
  }

  private double east() {
    double phi = Math.toRadians(lat);
    return 111_412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi);
  }

  private double north() {
    double phi = Math.toRadians(lat);
    return 111_132.92 - 559.82 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi);
  }

  /** Distance along a street grid that runs north-south and east-west, in metres. */
  double streets(Happening one, Happening other) {
    return Math.abs(x(one.lon()) - x(other.lon())) + Math.abs(y(one.lat()) - y(other.lat()));
  }
}
