package org.cscc.crisis;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * Why an activation was opened.
 *
 * @param earlier the incident whose near-repeat window it fell into; null for other reasons
 * @param struckAt when it turned out untrue; null while it holds
 */
record Reason(Kind kind, @Nullable UUID earlier, Instant at, @Nullable Instant struckAt) {
  /** R-INC-03, and a call by hand. */
  enum Kind {
    HOMICIDE,
    SEVERAL_HARMED,
    MINOR,
    SCHOOL_OR_PARK,
    NEAR_REPEAT,
    /** Whoever is on duty called. */
    CALLED
  }

  boolean holds() {
    return struckAt == null;
  }

  /** When it was taken back, on Chicago's wall clock; null while it holds. */
  public @Nullable ZonedDateTime struck() {
    return struckAt == null ? null : struckAt.atZone(ReviewWeek.CHICAGO);
  }

  /** Key of its words. */
  public String key() {
    return "crisis.reason." + kind;
  }
}
