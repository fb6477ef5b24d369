package org.cscc.access.signin;

import java.time.Duration;
import java.time.Instant;
import org.cscc.access.Stay;

/**
 * How long a session lasts.
 *
 * @param idle after the last request
 * @param absolute after the sign-in, whatever is asked for
 */
record SessionLimits(Duration idle, Duration absolute) {
  /**
   * What is written down of the last request is at most this old, so that most requests only read.
   */
  static final Duration TOUCH = Duration.ofMinutes(1);

  /** For how long an ended session is remembered, to give back what its last form held. */
  static final Duration REMEMBERED = Duration.ofHours(24);

  boolean over(StoredSession session, Instant now) {
    return !now.isBefore(session.lastSeen().plus(idle))
        || !now.isBefore(session.began().plus(absolute));
  }

  Stay stay(StoredSession session, Proven proven) {
    return new Stay(
        session.row(),
        proven.by(),
        proven.at(),
        session.lastSeen(),
        session.lastSeen().plus(idle),
        session.began().plus(absolute));
  }
}
