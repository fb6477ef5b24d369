package org.cscc.recommendations;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * A review of one incident, or of several on a block. It names organizations and places only.
 *
 * @param team code of the team whose facilitator chairs it
 * @param block null when the incident has none
 * @param participants codes of the organizations that took part
 * @param noneBecause why nothing is recommended; null when something is, or while it is open
 * @param version counts the changes of the review itself; its sections count their own
 */
record IncidentReview(
    UUID id,
    String code,
    String team,
    int area,
    @Nullable String block,
    State state,
    List<String> participants,
    @Nullable String noneBecause,
    OffsetDateTime openedAt,
    @Nullable OffsetDateTime concludedAt,
    int incidents,
    int sections,
    int recommendations,
    int version) {
  /** How a review stands. */
  enum State {
    OPEN,
    CONCLUDED
  }

  public boolean open() {
    return state == State.OPEN;
  }

  /** When it was started, on Chicago's wall clock. */
  public ZonedDateTime opened() {
    return openedAt.atZoneSameInstant(ReviewWeek.CHICAGO);
  }

  /** When it was concluded, on Chicago's wall clock. */
  public @Nullable ZonedDateTime concluded() {
    return concludedAt == null ? null : concludedAt.atZoneSameInstant(ReviewWeek.CHICAGO);
  }
}
