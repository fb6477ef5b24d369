package org.cscc.reviews;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a meeting.
 *
 * @param move a {@link MeetingMoveKind}, or {@code PLAN} for its first row
 * @param detail what the move named: a time, a team, a revision
 */
record MeetingStep(
    String move,
    @Nullable MeetingState from,
    MeetingState to,
    String byAccount,
    String byRole,
    Instant at,
    @Nullable String reason,
    @Nullable String detail) {
  public ZonedDateTime atInChicago() {
    return at.atZone(ReviewWeek.CHICAGO);
  }
}
