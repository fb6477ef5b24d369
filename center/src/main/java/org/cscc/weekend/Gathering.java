package org.cscc.weekend;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * Something that is coming at a place; never whose it is.
 *
 * @param area number of the area; null for the whole city
 * @param place block or place in words
 * @param organization code of the organization that will be there; null for none
 * @param note words that passed the wording check; empty for none
 */
record Gathering(
    UUID id,
    GatheringKind kind,
    @Nullable Integer area,
    String place,
    Instant from,
    Instant until,
    @Nullable String organization,
    String note,
    boolean cancelled,
    int version) {
  /** When it begins, on Chicago's wall clock. */
  public ZonedDateTime begins() {
    return from.atZone(ReviewWeek.CHICAGO);
  }

  /** When it is over, on Chicago's wall clock. */
  public ZonedDateTime ends() {
    return until.atZone(ReviewWeek.CHICAGO);
  }

  /** The same, as a field of a form has it. */
  public LocalDateTime fieldFrom() {
    return begins().toLocalDateTime();
  }

  /** The same, as a field of a form has it. */
  public LocalDateTime fieldUntil() {
    return ends().toLocalDateTime();
  }
}
