package org.cscc.access;

import java.time.Instant;
import java.util.UUID;

/**
 * How long the person of the current request stays signed in. The instants are of the machine's own
 * time, also where a demo's clock stands elsewhere.
 *
 * @param session the session, as the page of one's own sessions names it
 * @param by how the person has shown who they are
 * @param provedAt when
 * @param seenAt the instant the end is counted from, at most a minute before this request
 * @param endsIfIdle when it ends if nothing more is asked for
 * @param endsAtLatest when it ends in any case
 */
public record Stay(
    UUID session,
    Proof by,
    Instant provedAt,
    Instant seenAt,
    Instant endsIfIdle,
    Instant endsAtLatest) {
  /** When it ends if nothing more is asked for: the earlier of the two limits. */
  public Instant ends() {
    return endsIfIdle.isBefore(endsAtLatest) ? endsIfIdle : endsAtLatest;
  }
}
