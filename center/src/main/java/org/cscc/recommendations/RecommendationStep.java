package org.cscc.recommendations;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * One row of a recommendation's history.
 *
 * @param detail what the move changed beside the state
 */
record RecommendationStep(
    int position,
    String move,
    @Nullable RecommendationState from,
    RecommendationState to,
    String byAccount,
    String byOrganization,
    OffsetDateTime at,
    @Nullable String reason,
    @Nullable String detail) {
  /** When, on Chicago's wall clock. */
  public ZonedDateTime atInChicago() {
    return at.atZoneSameInstant(ReviewWeek.CHICAGO);
  }
}
