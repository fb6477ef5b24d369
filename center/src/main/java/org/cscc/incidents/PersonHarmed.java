package org.cscc.incidents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person harmed as a case holds it. */
record PersonHarmed(
    UUID id,
    int seq,
    HarmKind kind,
    AgeBand ageBand,
    Instant occurredAt,
    LocalDate occurredOn,
    @Nullable Integer area) {
  boolean fatal() {
    return kind == HarmKind.HOMICIDE;
  }
}
