package org.cscc.patterns.hotspots;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The outline of cells that lie edge to edge: what remains when each edge that two cells share is
 * taken away, chained into rings. Cells give their edges counter-clockwise.
 */
final class Outline {
  private final Map<Point, List<Point>> next = new LinkedHashMap<>();

  /** A corner of the lattice that the cells lie on. */
  record Point(int x, int y) {}

  void edge(Point from, Point to) {
    List<Point> back = next.get(to);
    if (back != null && back.remove(from)) {
      if (back.isEmpty()) {
        next.remove(to);
      }
      return;
    }
    next.computeIfAbsent(from, none -> new ArrayList<>()).add(to);
  }

  /** Closed rings, the last point being the first again. */
  List<List<Point>> rings() {
    List<List<Point>> rings = new ArrayList<>();
    while (!next.isEmpty()) {
      Point start = next.keySet().iterator().next();
      List<Point> ring = new ArrayList<>(List.of(start));
      Point at = start;
      do {
        at = take(at);
        straighten(ring, at);
      } while (!at.equals(start));
      rings.add(ring);
    }
    return rings;
  }

  private Point take(Point from) {
    List<Point> ends = next.get(from);
    if (ends == null) {
      throw new IllegalStateException("The edges do not close at " + from);
    }
    Point to = ends.removeLast();
    if (ends.isEmpty()) {
      next.remove(from);
    }
    return to;
  }

  /** Adds a point, and drops the one before where three lie on a line. */
  private static void straighten(List<Point> ring, Point point) {
    int last = ring.size() - 1;
    if (last >= 1) {
      Point a = ring.get(last - 1);
      Point b = ring.get(last);
      long turn =
          (long) (b.x() - a.x()) * (point.y() - b.y())
              - (long) (b.y() - a.y()) * (point.x() - b.x());
      if (turn == 0) {
        ring.removeLast();
      }
    }
    ring.add(point);
  }
}
