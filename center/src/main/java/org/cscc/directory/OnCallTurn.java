package org.cscc.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A turn on call.
 *
 * @param area number of the area; null for the duty officer of the whole city
 * @param backUp whether to call only when the first does not answer
 * @param organization code of the organization that answers
 * @param name who it is, or empty when whoever is there answers; who works for outreach is not told
 *     one way, so whoever may not read tension is not shown it
 * @param phone the number to call
 * @param until when the turn is over, not included
 */
public record OnCallTurn(
    Duty duty,
    @Nullable Integer area,
    boolean backUp,
    String organization,
    String name,
    String phone,
    Instant from,
    Instant until) {
  /** What the turn is for. */
  public enum Duty {
    /** Whoever answers for the center. */
    DUTY_OFFICER,
    /** Outreach in an area. */
    OUTREACH,
    /** Help for survivors and families in an area. */
    VICTIM_SERVICES
  }

  /** Whether it runs at a moment. */
  public boolean at(Instant moment) {
    return !from.isAfter(moment) && until.isAfter(moment);
  }
}
