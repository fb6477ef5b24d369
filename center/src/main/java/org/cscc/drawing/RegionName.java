package org.cscc.drawing;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the name of a region where it has room: on one line, on two, or its id instead. A name
 * that would be cut by the frame is left out.
 */
final class RegionName {
  private static final double SIZE = 9;
  private static final double SMALL = 7.5;

  /** Mean width of a letter of the usual typefaces, as a share of their size. */
  private static final double LETTER = 0.56;

  private RegionName() {}

  static void write(Svg svg, Region region, MapView view) {
    Middle middle = middle(region, view);
    if (middle == null || !within(middle, view)) {
      return;
    }
    String name = region.label();
    int cut = cut(name);
    if (fits(name, middle)) {
      line(svg, region, middle.x(), middle.y() + SIZE / 3, SIZE, name);
    } else if (cut > 0
        && fits(name.substring(0, cut), middle)
        && fits(name.substring(cut + 1), middle)) {
      line(svg, region, middle.x(), middle.y() - SIZE * 0.2, SIZE, name.substring(0, cut));
      line(svg, region, middle.x(), middle.y() + SIZE * 0.9, SIZE, name.substring(cut + 1));
    } else if (middle.room() > SMALL * 1.4) {
      line(svg, region, middle.x(), middle.y() + SMALL / 3, SMALL, region.id());
    }
  }

  private static void line(Svg svg, Region region, double x, double y, double size, String text) {
    svg.element(
        "text",
        text,
        "class",
        region.outlined() ? "name ink" : "name quiet",
        "x",
        x,
        "y",
        y,
        "font-size",
        size,
        "text-anchor",
        "middle",
        "pointer-events",
        "none",
        "fill",
        region.outlined() ? Svg.INK : Svg.QUIET);
  }

  private static boolean fits(String text, Middle middle) {
    return text.length() * SIZE * LETTER < middle.room();
  }

  /** The space nearest to the middle of a name, or 0. */
  private static int cut(String name) {
    int best = 0;
    for (int at = name.indexOf(' '); at > 0; at = name.indexOf(' ', at + 1)) {
      if (Math.abs(at - name.length() / 2) < Math.abs(best - name.length() / 2)) {
        best = at;
      }
    }
    return best;
  }

  private static boolean within(Middle middle, MapView view) {
    double half = Math.min(middle.room(), 60) / 2;
    return middle.x() > half
        && middle.x() < Picture.WIDTH - half
        && middle.y() > SIZE
        && middle.y() < view.height() - SIZE;
  }

  /**
   * The centroid of the largest ring and the width of the ring at its height.
   *
   * @param room how far the ring reaches to both sides without leaving it
   */
  private record Middle(double x, double y, double room) {}

  private static @Nullable Middle middle(Region region, MapView view) {
    return region.rings().stream()
        .filter(ring -> ring.size() > 3)
        .max(Comparator.comparingDouble(ring -> Math.abs(twiceArea(ring, view))))
        .map(ring -> middle(ring, view))
        .orElse(null);
  }

  private static Middle middle(List<Position> ring, MapView view) {
    double x = 0;
    double y = 0;
    double twice = twiceArea(ring, view);
    for (int i = 0; i + 1 < ring.size(); i++) {
      double cross = cross(ring, i, view);
      x += (view.x(ring.get(i)) + view.x(ring.get(i + 1))) * cross;
      y += (view.y(ring.get(i)) + view.y(ring.get(i + 1))) * cross;
    }
    double middleX = x / (3 * twice);
    double middleY = y / (3 * twice);
    return new Middle(middleX, middleY, room(ring, middleX, middleY, view));
  }

  /** Twice the shorter way from a point to the ring's edge at the same height. */
  private static double room(List<Position> ring, double x, double y, MapView view) {
    double nearest = Picture.WIDTH;
    for (int i = 0; i + 1 < ring.size(); i++) {
      double y1 = view.y(ring.get(i));
      double y2 = view.y(ring.get(i + 1));
      if (y1 > y != y2 > y) {
        double x1 = view.x(ring.get(i));
        double crossing = x1 + (y - y1) / (y2 - y1) * (view.x(ring.get(i + 1)) - x1);
        nearest = Math.min(nearest, Math.abs(crossing - x));
      }
    }
    return 2 * nearest;
  }

  private static double twiceArea(List<Position> ring, MapView view) {
    double sum = 0;
    for (int i = 0; i + 1 < ring.size(); i++) {
      sum += cross(ring, i, view);
    }
    return sum == 0 ? 1e-9 : sum;
  }

  private static double cross(List<Position> ring, int i, MapView view) {
    return view.x(ring.get(i)) * view.y(ring.get(i + 1))
        - view.x(ring.get(i + 1)) * view.y(ring.get(i));
  }
}
