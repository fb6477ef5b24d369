package org.cscc.crisis;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.cscc.kernel.ReviewWeek;

/**
 * A clock that ran out.
 *
 * @param organization whose it was; empty when it was the center's
 */
record Lapse(Kind clock, String organization, Instant due) {
  /** Which clock. */
  enum Kind {
    NOTIFY,
    ACKNOWLEDGE,
    DEPLOY,
    CONTACT,
    PLAN,
    LESSONS
  }

  /** When it ran out, on Chicago's wall clock. */
  public ZonedDateTime ranOut() {
    return due.atZone(ReviewWeek.CHICAGO);
  }
}
