package org.cscc.services;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * One row of a task's history.
 *
 * @param detail what the move changed beside the state
 */
record TaskStep(
    int position,
    String move,
    @Nullable TaskState from,
    TaskState to,
    String byAccount,
    String byOrganization,
    OffsetDateTime at,
    @Nullable String reasonCode,
    @Nullable String reason,
    @Nullable String detail) {
  /** When, on Chicago's wall clock. */
  public ZonedDateTime atInChicago() {
    return at.atZoneSameInstant(ReviewWeek.CHICAGO);
  }

  /** The last day that stood until then; null for any other step. */
  public @Nullable LocalDate day() {
    return move.equals("NEW_DAY") && detail != null ? LocalDate.parse(detail) : null;
  }
}
