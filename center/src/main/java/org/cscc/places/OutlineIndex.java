package org.cscc.places;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/** One version of the outlines, indexed for points. Does not change; safe for many threads. */
final class OutlineIndex {
  private final STRtree tree = new STRtree();
  private final AreaShapes shapes;
  private final @Nullable Instant asOf;
  private final String source;

  /**
   * Indexes outlines.
   *
   * @param asOf the day the outlines were true; null when they are computed from center points
   */
  OutlineIndex(List<Outline> outlines, @Nullable Instant asOf, String source) {
    List<AreaShape> simple = new ArrayList<>();
    for (Outline outline : outlines) {
      if (outline.full().isEmpty()) {
        continue;
      }
      IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(outline.full());
      // Builds the locator's index now, so that threads only read it.
      locator.locate(outline.full().getCoordinate());
      tree.insert(outline.full().getEnvelopeInternal(), new Located(outline.area(), locator));
      simple.add(Rings.shape(outline.area(), outline.simple()));
    }
    tree.build();
    simple.sort(Comparator.comparingInt(AreaShape::number));
    this.shapes = new AreaShapes(simple);
    this.asOf = asOf;
    this.source = source;
  }

  /** The area that holds the point; on a shared border the lower number. */
  OptionalInt areaAt(double lon, double lat) {
    if (!Double.isFinite(lon) || !Double.isFinite(lat)) {
      return OptionalInt.empty();
    }
    Coordinate point = new Coordinate(lon, lat);
    Lowest lowest = new Lowest(point);
    tree.query(new Envelope(point), lowest::visit);
    return lowest.area == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(lowest.area);
  }

  AreaShapes shapes() {
    return shapes;
  }

  @Nullable Instant asOf() {
    return asOf;
  }

  String source() {
    return source;
  }

  private record Located(int area, IndexedPointInAreaLocator locator) {}

  private static final class Lowest {
    private final Coordinate point;
    private int area = Integer.MAX_VALUE;

    Lowest(Coordinate point) {
      this.point = point;
    }

    void visit(Object item) {
      Located candidate = (Located) item;
      if (candidate.area() < area && candidate.locator().locate(point) != Location.EXTERIOR) {
        area = candidate.area();
      }
    }
  }
}
