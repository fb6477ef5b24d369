package org.cscc.directory.partners;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.cscc.directory.OnCallTurn;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * A turn on call.
 *
 * @param area number of the area; null for the duty officer of the whole city
 * @param backUp whether to call only when the first does not answer
 * @param name who it is, or empty when the number is answered by whoever is there
 * @param until when the turn is over, not included
 */
record OnCall(
    UUID id,
    Duty duty,
    @Nullable Integer area,
    boolean backUp,
    String organization,
    String name,
    String phone,
    Instant from,
    Instant until) {
  /** What the turn is for. */
  enum Duty {
    DUTY_OFFICER,
    OUTREACH,
    VICTIM_SERVICES
  }

  /** When it begins, on the clock of Chicago. */
  public ZonedDateTime begins() {
    return from.atZone(ReviewWeek.CHICAGO);
  }

  /** When it is over, on the clock of Chicago. */
  public ZonedDateTime ends() {
    return until.atZone(ReviewWeek.CHICAGO);
  }

  /** The same for other rooms. */
  OnCallTurn told() {
    return new OnCallTurn(
        OnCallTurn.Duty.valueOf(duty.name()), area, backUp, organization, name, phone, from, until);
  }

  boolean now(Instant at) {
    return !from.isAfter(at) && until.isAfter(at);
  }
}
