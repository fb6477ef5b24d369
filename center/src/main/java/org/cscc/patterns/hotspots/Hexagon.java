package org.cscc.patterns.hotspots;

import java.util.List;

/**
 * A hexagon of the grid, standing on a corner, by its axial coordinates: {@code q} counts to the
 * east, {@code r} to the north-east. The grid lies where it lies for good, so that a hexagon of one
 * computation is the same ground in the next.
 */
record Hexagon(int q, int r) implements Comparable<Hexagon> {
  /** The six around it, counter-clockwise from the east. */
  List<Hexagon> around() {
    return List.of(
        new Hexagon(q + 1, r),
        new Hexagon(q, r + 1),
        new Hexagon(q - 1, r + 1),
        new Hexagon(q - 1, r),
        new Hexagon(q, r - 1),
        new Hexagon(q + 1, r - 1));
  }

  /** Steps from one hexagon to another. */
  int stepsTo(Hexagon other) {
    int dq = q - other.q;
    int dr = r - other.r;
    return (Math.abs(dq) + Math.abs(dr) + Math.abs(dq + dr)) / 2;
  }

  @Override
  public int compareTo(Hexagon other) {
    return r != other.r ? Integer.compare(r, other.r) : Integer.compare(q, other.q);
  }

  /** {@code q:r}, for addresses and stored documents. */
  String code() {
    return q + ":" + r;
  }

  static Hexagon of(String code) {
    int colon = code.indexOf(':');
    return new Hexagon(
        Integer.parseInt(code.substring(0, colon)), Integer.parseInt(code.substring(colon + 1)));
  }
}
