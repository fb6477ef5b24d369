package org.cscc.drawing;

import java.util.Collection;
import java.util.List;

/**
 * Places points of the earth on the picture: equal distances along both axes at the middle
 * latitude, which is true to a part in a thousand over a city.
 */
final class MapView {
  private static final double METRES_PER_DEGREE = 111_195;
  private static final double MARGIN = 6;

  private final double west;
  private final double north;
  private final double squeeze;
  private final double scale;
  private final double height;
  private final double shift;

  private MapView(double west, double south, double east, double north) {
    this.west = west;
    this.north = north;
    this.squeeze = Math.cos(Math.toRadians((south + north) / 2));
    double wide = Math.max(1e-6, (east - west) * squeeze);
    double high = Math.max(1e-6, north - south);
    // A tall, narrow place would make a picture longer than a page.
    this.scale = Math.min((Picture.WIDTH - 2 * MARGIN) / wide, (1.5 * Picture.WIDTH) / high);
    this.height = high * scale + 2 * MARGIN;
    this.shift = (Picture.WIDTH - wide * scale) / 2;
  }

  /** A view of all the rings, with a margin as a share of their size. */
  static MapView of(Collection<Region> regions, Collection<Dot> dots, double margin) {
    double[] box = {180, 90, -180, -90};
    for (Region region : regions) {
      for (List<Position> ring : region.rings()) {
        ring.forEach(point -> widen(box, point));
      }
    }
    if (regions.isEmpty()) {
      dots.forEach(dot -> widen(box, dot.at()));
    }
    if (box[0] > box[2]) {
      return new MapView(-0.01, -0.01, 0.01, 0.01);
    }
    double more = margin * Math.max(box[2] - box[0], box[3] - box[1]) + 1e-4;
    return new MapView(box[0] - more, box[1] - more, box[2] + more, box[3] + more);
  }

  private static void widen(double[] box, Position point) {
    box[0] = Math.min(box[0], point.lon());
    box[1] = Math.min(box[1], point.lat());
    box[2] = Math.max(box[2], point.lon());
    box[3] = Math.max(box[3], point.lat());
  }

  double x(Position point) {
    return shift + (point.lon() - west) * squeeze * scale;
  }

  double y(Position point) {
    return MARGIN + (north - point.lat()) * scale;
  }

  double height() {
    return height;
  }

  /** Picture units of a distance on the ground. */
  double units(double metres) {
    return metres / METRES_PER_DEGREE * scale;
  }

  /** Whether a point is near enough to the frame to be drawn. */
  boolean shows(Position point) {
    double x = x(point);
    double y = y(point);
    return x > -20 && x < Picture.WIDTH + 20 && y > -20 && y < height + 20;
  }

  boolean shows(Region region) {
    return region.rings().stream().flatMap(List::stream).anyMatch(this::shows)
        || around(region.rings());
  }

  /** Whether the frame lies inside the ring, so that no corner of the ring is near. */
  private boolean around(List<List<Position>> rings) {
    double[] box = {180, 90, -180, -90};
    rings.stream().flatMap(List::stream).forEach(point -> widen(box, point));
    Position lower = new Position(box[0], box[1]);
    Position upper = new Position(box[2], box[3]);
    return x(lower) < Picture.WIDTH && x(upper) > 0 && y(upper) < height && y(lower) > 0;
  }
}
