package org.cscc.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.cscc.demo.CityEvent.Correction;
import org.cscc.demo.CityEvent.Kind;
import org.cscc.demo.CityEvent.Victim;
import org.cscc.demo.CityEvent.What;
import org.cscc.demo.StreetGrid.Face;
import org.cscc.kernel.ReviewWeek;
import org.cscc.places.Areas;
import org.cscc.places.Boundaries;
import org.cscc.places.CommunityArea;
import org.jspecify.annotations.Nullable;

/**
 * What happens in every demo city in the weeks after its own day, so that somebody who moves the
 * clock meets it: three people shot on the border of two teams, one of whom dies after the packet
 * was published, and eight days later somebody else on the same block.
 */
final class CityScenes {
  private static final int WEST = 67;
  private static final int EAST = 68;
  private static final LocalDateTime FIRST = LocalDateTime.of(2026, 11, 28, 21, 40);
  private static final LocalDateTime SECOND = LocalDateTime.of(2026, 12, 6, 22, 15);

  /** On the Tuesday evening after the packets of the week were published. */
  private static final LocalDateTime DEATH = LocalDateTime.of(2026, 12, 1, 20, 0);

  private static final double REACH_MILES = 0.6;

  /** About 60 meters to the west, on this latitude. */
  private static final double ACROSS = 0.0007;

  private final Areas areas;
  private final Boundaries boundaries;

  CityScenes(Areas areas, Boundaries boundaries) {
    this.areas = areas;
    this.boundaries = boundaries;
  }

  /** The scenes of a span of days, both included. */
  List<CityEvent> between(LocalDate from, LocalDate to) {
    DemoBlock block = block();
    List<CityEvent> scenes = new ArrayList<>();
    if (block == null) {
      return scenes;
    }
    if (within(FIRST, from, to)) {
      scenes.add(
          scene(
              "ZY332900",
              FIRST,
              block,
              List.of(
                  new Victim(false, "20-29", "M"),
                  new Victim(false, "20-29", "M"),
                  new Victim(false, "0-19", "F")),
              new Correction(What.DIED, instant(DEATH), 0)));
    }
    if (within(SECOND, from, to)) {
      scenes.add(scene("ZY340900", SECOND, block, List.of(new Victim(false, "30-39", "M")), null));
    }
    return scenes;
  }

  private static CityEvent scene(
      String number,
      LocalDateTime at,
      DemoBlock block,
      List<Victim> victims,
      @Nullable Correction correction) {
    return new CityEvent(
        Kind.SHOOTING,
        number,
        at,
        block,
        "STREET",
        false,
        victims,
        instant(at).plus(Duration.ofHours(30)),
        correction);
  }

  private static boolean within(LocalDateTime at, LocalDate from, LocalDate to) {
    return !at.toLocalDate().isBefore(from) && !at.toLocalDate().isAfter(to);
  }

  private @Nullable DemoBlock block() {
    Face face = face();
    return face == null
        ? null
        : new DemoBlock(EAST, face.name(), face.lon(), face.lat(), 1, List.of(0));
  }

  /** The first block of the eastern area whose other side of the street is the western one. */
  @Nullable Face face() {
    CommunityArea west = areas.byNumber(WEST).orElse(null);
    CommunityArea east = areas.byNumber(EAST).orElse(null);
    if (west == null || east == null) {
      return null;
    }
    double lon = (west.centerLon() + east.centerLon()) / 2;
    double lat = (west.centerLat() + east.centerLat()) / 2;
    for (Face face : StreetGrid.around(lon, lat, REACH_MILES)) {
      if (boundaries.areaAt(face.lon(), face.lat()).orElse(0) == EAST
          && boundaries.areaAt(face.lon() - ACROSS, face.lat()).orElse(0) == WEST) {
        return face;
      }
    }
    return null;
  }

  private static Instant instant(LocalDateTime chicago) {
    return chicago.atZone(ReviewWeek.CHICAGO).toInstant();
  }
}
