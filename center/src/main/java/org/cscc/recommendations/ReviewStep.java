package org.cscc.recommendations;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/** One row of a review's history: it was started, concluded, or opened again. */
record ReviewStep(String move, String byAccount, OffsetDateTime at, @Nullable String reason) {
  /** When, on Chicago's wall clock. */
  public ZonedDateTime atInChicago() {
    return at.atZoneSameInstant(ReviewWeek.CHICAGO);
  }
}
