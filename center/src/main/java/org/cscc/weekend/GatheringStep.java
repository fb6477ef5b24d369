package org.cscc.weekend;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * One line of the history of a gathering, with how it stood afterwards.
 *
 * @param move ADD, CHANGE or CANCEL
 * @param reason why it was cancelled; else null
 */
record GatheringStep(
    String move,
    @Nullable Integer area,
    String place,
    Instant from,
    Instant until,
    @Nullable String reason,
    String byAccount,
    Instant at) {
  /** When it was done, on Chicago's wall clock. */
  public ZonedDateTime atInChicago() {
    return at.atZone(ReviewWeek.CHICAGO);
  }

  /** When the gathering began after it. */
  public ZonedDateTime begins() {
    return from.atZone(ReviewWeek.CHICAGO);
  }

  /** When the gathering was over after it. */
  public ZonedDateTime ends() {
    return until.atZone(ReviewWeek.CHICAGO);
  }
}
