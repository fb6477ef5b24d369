package org.cscc.crisis;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * An organization that was called, with its clocks.
 *
 * @param backUp called because another one did not answer
 * @param deployBy null until it has answered, and for departments, who need not come
 * @param contactBy by when somebody who was hurt, or a family, is reached; null but for who helps
 *     survivors
 */
record Party(
    String organization,
    Duty duty,
    boolean backUp,
    PartyState state,
    Instant notifiedAt,
    Instant acknowledgeBy,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant deployBy,
    @Nullable Instant deployedAt,
    @Nullable Instant contactBy,
    @Nullable Instant contactAt,
    @Nullable Instant leftAt,
    @Nullable UnableCode unable) {
  /** What it was called for. */
  enum Duty {
    OUTREACH,
    VICTIM_SERVICES,
    DEPARTMENT
  }

  /** Whether its answer is late. */
  public boolean answerLate(Instant now) {
    return acknowledgedAt == null
        ? state == PartyState.NOTIFIED && now.isAfter(acknowledgeBy)
        : acknowledgedAt.isAfter(acknowledgeBy);
  }

  /** Whether it is late to be there. */
  public boolean deployLate(Instant now) {
    if (deployBy == null || state == PartyState.UNABLE) {
      return false;
    }
    return (deployedAt == null ? now : deployedAt).isAfter(deployBy);
  }

  /** Whether survivors are reached late. */
  public boolean contactLate(Instant now) {
    if (contactBy == null || state == PartyState.UNABLE) {
      return false;
    }
    return (contactAt == null ? now : contactAt).isAfter(contactBy);
  }

  /** An instant on Chicago's wall clock. */
  public ZonedDateTime wall(Instant at) {
    return at.atZone(ReviewWeek.CHICAGO);
  }
}
