package org.cscc.access.signin;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The machine's own time, in UTC. Sessions, and the codes that phones count, live in it: a demo's
 * clock that is moved forward by a week signs nobody out.
 */
record RealTime(Clock clock) {
  Instant now() {
    return clock.instant();
  }

  OffsetDateTime utc() {
    return now().atOffset(ZoneOffset.UTC);
  }
}
