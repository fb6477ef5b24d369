package org.cscc.demo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in the synthetic city, and when its feed tells it.
 *
 * @param number the case number that joins the city's two files
 * @param occurredAt Chicago wall clock
 * @param place the feed's words for the kind of place
 * @param publishedAt when it first stands in the feed
 * @param correction what the feed corrects later; null for most
 */
record CityEvent(
    Kind kind,
    String number,
    LocalDateTime occurredAt,
    DemoBlock block,
    String place,
    boolean domestic,
    List<Victim> victims,
    Instant publishedAt,
    @Nullable Correction correction) {

  enum Kind {
    /** Somebody was killed or shot. */
    SHOOTING,
    /** Nobody is known to be hit. */
    SHOTS_FIRED,
    /** Any other crime; only the large city has them. */
    OTHER
  }

  /**
   * A person harmed, as far as the City publishes it.
   *
   * @param age a band of the City's, such as 20-29
   */
  record Victim(boolean killed, String age, String sex) {}

  /**
   * A correction by the feed.
   *
   * @param at when it stands in the feed
   * @param wrongArea the area the feed stated before; 0 unless that is what was wrong
   */
  record Correction(What what, Instant at, int wrongArea) {}

  enum What {
    /** The first person harmed who was alive has died. */
    DIED,
    /** The area was another one. */
    AREA,
    /** It turned out that nobody was hit by a bullet. */
    NO_GUNSHOT
  }

  /** Whether the feed says anything new about this after one instant and up to another. */
  boolean changes(Instant after, Instant until) {
    return within(publishedAt, after, until)
        || (correction != null && within(correction.at(), after, until));
  }

  private static boolean within(Instant at, Instant after, Instant until) {
    return at.isAfter(after) && !at.isAfter(until);
  }

  /** Whether the correction has been made by then. */
  boolean corrected(Instant by, What what) {
    return correction != null && correction.what() == what && !correction.at().isAfter(by);
  }

  /** When the feed last touched it. */
  Instant updatedAt(Instant by) {
    return correction != null && !correction.at().isAfter(by) ? correction.at() : publishedAt;
  }

  /** The area as the feed states it then. */
  int area(Instant by) {
    return correction != null && correction.what() == What.AREA && correction.at().isAfter(by)
        ? correction.wrongArea()
        : block.area();
  }

  /** The people harmed as the feed knows them then. */
  List<Victim> victims(Instant by) {
    if (!corrected(by, What.DIED)) {
      return victims;
    }
    List<Victim> known = new ArrayList<>(victims);
    for (int i = 0; i < known.size(); i++) {
      if (!known.get(i).killed()) {
        known.set(i, new Victim(true, known.get(i).age(), known.get(i).sex()));
        break;
      }
    }
    return known;
  }
}
