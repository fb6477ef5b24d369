package org.cscc.incidents;

import java.util.OptionalInt;
import org.cscc.incidents.feed.AreaWords;
import org.cscc.places.Areas;
import org.cscc.places.Boundaries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The areas as places knows them. While the outlines are approximate no area is computed from a
 * point: a guess would look like a fact.
 */
@Component
class KnownAreas implements AreaWords {
  private final Areas areas;
  private final Boundaries boundaries;

  KnownAreas(Areas areas, Boundaries boundaries) {
    this.areas = areas;
    this.boundaries = boundaries;
  }

  @Override
  public OptionalInt named(@Nullable String cell) {
    return areas.resolve(cell);
  }

  @Override
  public OptionalInt at(double lon, double lat) {
    return boundaries.approximate() ? OptionalInt.empty() : boundaries.areaAt(lon, lat);
  }
}
