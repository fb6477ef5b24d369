package org.cscc.requests;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * A row of the history. Pages show which organization it was, never which account.
 *
 * @param detail what was seen, without names
 */
record FollowStep(
    int position,
    String move,
    @Nullable FollowState from,
    FollowState to,
    String byAccount,
    String byOrganization,
    OffsetDateTime at,
    @Nullable String reasonCode,
    @Nullable String detail) {
  /** When it was, on Chicago's wall clock. */
  public ZonedDateTime atInChicago() {
    return at.atZoneSameInstant(ReviewWeek.CHICAGO);
  }
}
