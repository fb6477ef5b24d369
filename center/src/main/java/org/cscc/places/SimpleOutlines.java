package org.cscc.places;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;

/** Outlines with fewer points, neighbours keeping the same border; made once, at the import. */
final class SimpleOutlines {
  /** So many points fit into 60 kB of compressed GeoJSON. */
  private static final int POINTS = 8_000;

  private static final double FINEST = 5e-5;

  private SimpleOutlines() {}

  /** The same outlines in the same order, within about 8,000 points together. */
  static List<Geometry> of(List<? extends Geometry> outlines) {
    Geometry[] coverage = outlines.toArray(Geometry[]::new);
    double tolerance = FINEST;
    List<Geometry> simple = List.copyOf(outlines);
    while (points(simple) > POINTS && tolerance < 0.01) {
      Geometry[] coarse = CoverageSimplifier.simplify(coverage, tolerance);
      List<Geometry> next = new ArrayList<>();
      for (int i = 0; i < coarse.length; i++) {
        next.add(coarse[i].isEmpty() || !coarse[i].isValid() ? coverage[i] : coarse[i]);
      }
      simple = next;
      tolerance *= 1.5;
    }
    return simple;
  }

  private static int points(List<Geometry> outlines) {
    return outlines.stream().mapToInt(Geometry::getNumPoints).sum();
  }
}
