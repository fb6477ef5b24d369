package org.cscc.access.signin;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.cscc.access.Proof;
import org.cscc.kernel.ReviewWeek;

/**
 * A session as its owner sees it.
 *
 * @param browser two words about the browser, or empty
 */
record OwnSession(
    UUID id, Proof proof, OffsetDateTime beganAt, OffsetDateTime lastSeenAt, String browser) {
  /** On Chicago's wall clock. */
  public ZonedDateTime began() {
    return beganAt.atZoneSameInstant(ReviewWeek.CHICAGO);
  }

  /** On Chicago's wall clock, to the minute. */
  public ZonedDateTime lastSeen() {
    return lastSeenAt.atZoneSameInstant(ReviewWeek.CHICAGO);
  }
}
