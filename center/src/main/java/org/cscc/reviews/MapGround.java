package org.cscc.reviews;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cscc.directory.Team;
import org.cscc.drawing.Position;
import org.cscc.patterns.RecentDensity;
import org.cscc.places.AreaShape;
import org.cscc.places.AreaShapes;
import org.cscc.places.Areas;
import org.locationtech.jts.geom.Envelope;

/** Cuts the ground of a team's map out of the outlines of the city. */
final class MapGround {
  private static final double MARGIN = 0.06;
  private static final double HEIGHT_TO_WIDTH = 0.68;

  private final AreaShapes shapes;
  private final Areas areas;
  private final boolean approximate;
  private final Function<RecentDensity.Frame, RecentDensity> shading;

  /** Cuts from these outlines; {@code shading} knows where incidents lie densely. */
  MapGround(
      AreaShapes shapes,
      Areas areas,
      boolean approximate,
      Function<RecentDensity.Frame, RecentDensity> shading) {
    this.shading = shading;
    this.shapes = shapes;
    this.areas = areas;
    this.approximate = approximate;
  }

  /** The team's areas and what lies around them, for incidents of the week. */
  WeekMap of(Team team, List<IncidentCard> cards) {
    Envelope box = new Envelope();
    for (int area : team.areaNumbers()) {
      shapes
          .of(area)
          .ifPresent(shape -> points(shape).forEach(at -> box.expandToInclude(at.lon(), at.lat())));
    }
    cards.forEach(
        card -> {
          if (card.lon() != null && card.lat() != null) {
            box.expandToInclude(card.lon(), card.lat());
          }
        });
    Envelope frame = frame(box);
    List<WeekMap.Shape> near = new ArrayList<>();
    for (AreaShape shape : shapes.all()) {
      Envelope around = new Envelope();
      points(shape).forEach(point -> around.expandToInclude(point.lon(), point.lat()));
      if (around.intersects(frame)) {
        near.add(
            new WeekMap.Shape(
                shape.number(),
                areas.name(shape.number()),
                team.areaNumbers().contains(shape.number()),
                shape.rings()));
      }
    }
    int unplaced = (int) cards.stream().filter(card -> card.lon() == null).count();
    return new WeekMap(
        List.copyOf(near),
        new Position(frame.getMinX(), frame.getMinY()),
        new Position(frame.getMaxX(), frame.getMaxY()),
        unplaced,
        shading.apply(
            new RecentDensity.Frame(
                frame.getMinX(), frame.getMinY(), frame.getMaxX(), frame.getMaxY())),
        approximate);
  }

  /** A margin around what is shown, and as wide as a page needs it: most areas stand upright. */
  private static Envelope frame(Envelope ground) {
    Envelope frame = new Envelope(ground);
    frame.expandBy(ground.getWidth() * MARGIN, ground.getHeight() * MARGIN);
    double squeeze = Math.cos(Math.toRadians(frame.centre().y));
    double wanted = frame.getHeight() / HEIGHT_TO_WIDTH / squeeze;
    frame.expandBy(Math.max(0, (wanted - frame.getWidth()) / 2), 0);
    return frame;
  }

  private static List<Position> points(AreaShape shape) {
    return shape.rings().stream().flatMap(List::stream).toList();
  }
}
