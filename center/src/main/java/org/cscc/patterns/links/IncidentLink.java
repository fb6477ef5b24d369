package org.cscc.patterns.links;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link of two incidents.
 *
 * @param id null for a computed one, which is never stored
 * @param a the earlier incident
 * @param b the later one
 * @param confidence how sure; a computed one is HIGH, because it is a fact of place and time
 * @param basis one of {@link #BASES}, or {@code RECORDS}
 * @param role role of who stated it; {@code SYSTEM} for a computed one
 * @param until last day it is shown
 */
record IncidentLink(
    @Nullable UUID id,
    UUID a,
    UUID b,
    LinkKind kind,
    Confidence confidence,
    String basis,
    String role,
    LocalDate until) {
  /** What a statement may rest on; chosen, not written. */
  static final List<String> BASES =
      List.of("RESIDENTS_SAY", "OUTREACH_SAYS", "RECORDS_SHOW", "PARTNER_SAYS");

  /** How sure. */
  enum Confidence {
    LOW,
    MEDIUM,
    HIGH
  }
}
