package org.cscc.actions;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * How an item stands, for a record of another room that names its code: no title and nobody's name.
 *
 * @param organization code of the one accountable organization
 * @param merged whether it was folded into another one
 */
public record ItemStanding(
    String code,
    ActionState state,
    @Nullable String organization,
    @Nullable Integer area,
    @Nullable String team,
    @Nullable OffsetDateTime dueAt,
    boolean merged) {
  /** Until when it is due, on Chicago's wall clock. */
  public @Nullable ZonedDateTime due() {
    return dueAt == null ? null : dueAt.atZoneSameInstant(ReviewWeek.CHICAGO);
  }

  /** Whether it should have been done by now. */
  public boolean late(Instant now) {
    return state.owed() && !merged && dueAt != null && dueAt.toInstant().isBefore(now);
  }
}
