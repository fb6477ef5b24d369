package org.cscc.access.emergency;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.cscc.access.Role;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.WallClock;
import org.jspecify.annotations.Nullable;

/**
 * Somebody read beyond the own teams.
 *
 * @param account sign-in name
 * @param endsAt when it ends by itself
 * @param endedAt when the person ended it before
 * @param lookBy last day on which somebody looks at it in time
 * @param inOrder what was found; null until somebody looked
 */
record Emergency(
    UUID id,
    String account,
    Role role,
    String organization,
    String reason,
    OffsetDateTime beganAt,
    OffsetDateTime endsAt,
    @Nullable OffsetDateTime endedAt,
    LocalDate lookBy,
    @Nullable OffsetDateTime lookedAt,
    @Nullable String lookedBy,
    @Nullable Boolean inOrder,
    @Nullable String finding) {
  /** On Chicago's wall clock. */
  public ZonedDateTime began() {
    return beganAt.atZoneSameInstant(ReviewWeek.CHICAGO);
  }

  /** When it was over or will be, on Chicago's wall clock. */
  public ZonedDateTime ends() {
    OffsetDateTime early = endedAt;
    return (early != null && early.isBefore(endsAt) ? early : endsAt)
        .atZoneSameInstant(ReviewWeek.CHICAGO);
  }

  /** When somebody looked at it, on Chicago's wall clock. */
  public @Nullable ZonedDateTime looked() {
    OffsetDateTime at = lookedAt;
    return at == null ? null : at.atZoneSameInstant(ReviewWeek.CHICAGO);
  }

  /** The day it began on, to find what was read. */
  public LocalDate day() {
    return WallClock.dayOf(beganAt.toInstant());
  }

  /** Whether nobody looked at it in time. */
  public boolean late(LocalDate today) {
    return lookedAt == null && lookBy.isBefore(today);
  }
}
