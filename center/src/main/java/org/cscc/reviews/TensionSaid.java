package org.cscc.reviews;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.cscc.kernel.ReviewWeek;

/**
 * How tense somebody says a block is.
 *
 * @param area number of its area
 * @param until when it counts no more
 */
record TensionSaid(
    UUID id, int area, String block, Level level, String byRole, Instant at, Instant until) {
  /** How tense. */
  enum Level {
    LOW,
    MEDIUM,
    HIGH,
    /** It is over before its time. */
    OVER
  }

  /** Until when, on Chicago's wall clock. */
  public ZonedDateTime untilInChicago() {
    return until.atZone(ReviewWeek.CHICAGO);
  }
}
