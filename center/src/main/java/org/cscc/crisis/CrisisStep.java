package org.cscc.crisis;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * One row of what happened in an activation.
 *
 * @param organization the organization that moved, or that was called
 * @param detail a word of the move's own: a clock, a reason, an organization
 */
record CrisisStep(
    String move,
    @Nullable ActivationState from,
    ActivationState to,
    @Nullable String organization,
    String byAccount,
    String byOrganization,
    Instant at,
    @Nullable String reason,
    @Nullable String detail) {
  /** When, on Chicago's wall clock. */
  public ZonedDateTime atInChicago() {
    return at.atZone(ReviewWeek.CHICAGO);
  }
}
