package org.cscc.crisis;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.cscc.kernel.ReviewWeek;

/**
 * One thing that is done in the next 24 hours.
 *
 * @param organization code of who does it
 * @param until end, not included
 * @param said what it is, in words about a place; may be empty
 */
record PlanLine(Kind kind, String organization, Instant from, Instant until, String said) {
  private static final DateTimeFormatter FIELD =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

  /** What kind of thing. */
  enum Kind {
    PRESENCE,
    FAMILY_SUPPORT,
    SCHOOL,
    VIGIL,
    LIGHT_AND_CLEAN,
    BUSINESS,
    COMMUNICATION,
    OTHER
  }

  /** When it begins, on Chicago's wall clock. */
  public ZonedDateTime begins() {
    return from.atZone(ReviewWeek.CHICAGO);
  }

  /** When it ends, on Chicago's wall clock. */
  public ZonedDateTime ends() {
    return until.atZone(ReviewWeek.CHICAGO);
  }

  /** When it begins, as a form field has it. */
  public String formFrom() {
    return FIELD.format(begins());
  }

  /** When it ends, as a form field has it. */
  public String formUntil() {
    return FIELD.format(ends());
  }
}
