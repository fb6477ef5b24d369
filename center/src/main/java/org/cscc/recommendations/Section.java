package org.cscc.recommendations;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.cscc.kernel.ReviewWeek;

/**
 * A version of a section; what stands there is never changed, the newest counts.
 *
 * @param version 1 for the first words
 */
record Section(
    SectionKind kind, int version, SectionWords words, String byAccount, OffsetDateTime at) {
  /** When, on Chicago's wall clock. */
  public ZonedDateTime atInChicago() {
    return at.atZoneSameInstant(ReviewWeek.CHICAGO);
  }
}
