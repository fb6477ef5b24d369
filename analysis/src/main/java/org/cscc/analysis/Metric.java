package org.cscc.analysis;

/** How the distance between two points of the plane is measured. */
public enum Metric {
  /** {@code |dx| + |dy|}, the way along a street grid. */
  MANHATTAN,
  /** The straight line. */
  EUCLIDEAN;

  /** Distance of two points, in the unit of the coordinates. */
  public double distance(double dx, double dy) {
    return this == MANHATTAN ? Math.abs(dx) + Math.abs(dy) : Math.sqrt(dx * dx + dy * dy);
  }
}
