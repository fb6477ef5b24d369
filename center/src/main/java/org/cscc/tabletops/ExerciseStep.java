package org.cscc.tabletops;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * A row of the history.
 *
 * @param detail the number of a finding or the code of an item
 */
record ExerciseStep(
    int position,
    String move,
    ExerciseState to,
    String byAccount,
    String byOrganization,
    OffsetDateTime at,
    @Nullable String detail) {
  /** When it was, on Chicago's wall clock. */
  public ZonedDateTime atInChicago() {
    return at.atZoneSameInstant(ReviewWeek.CHICAGO);
  }
}
