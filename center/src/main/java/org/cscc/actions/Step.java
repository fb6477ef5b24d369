package org.cscc.actions;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * One row of a commitment's history.
 *
 * @param detail what the move changed beside the state, such as the owner and the date
 */
public record Step(
    int position,
    String move,
    @Nullable ActionState fromState,
    ActionState toState,
    String byAccount,
    String byRole,
    String byOrganization,
    OffsetDateTime at,
    @Nullable String reasonCode,
    @Nullable String reason,
    @Nullable String detail) {
  /** When, on Chicago's wall clock. */
  public ZonedDateTime atInChicago() {
    return at.atZoneSameInstant(ReviewWeek.CHICAGO);
  }
}
