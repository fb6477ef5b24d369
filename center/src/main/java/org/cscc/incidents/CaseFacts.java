package org.cscc.incidents;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a case's rows add up to, apart from the people. */
record CaseFacts(
    IncidentType type,
    Standing standing,
    @Nullable String iucr,
    Instant occurredAt,
    LocalDate occurredOn,
    OccurredPrecision precision,
    @Nullable String block,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable Integer area,
    @Nullable Integer areaStated,
    @Nullable Integer areaComputed,
    LocationClass locationClass,
    boolean domestic,
    boolean gunshot) {
  /** The facts without the area computed from the point, which moves no count by itself. */
  CaseFacts besidesComputed() {
    return new CaseFacts(
        type,
        standing,
        iucr,
        occurredAt,
        occurredOn,
        precision,
        block,
        lon,
        lat,
        area,
        areaStated,
        null,
        locationClass,
        domestic,
        gunshot);
  }

  /** The same facts with another word on whether the case counts. */
  CaseFacts standing(Standing other) {
    return new CaseFacts(
        type,
        other,
        iucr,
        occurredAt,
        occurredOn,
        precision,
        block,
        lon,
        lat,
        area,
        areaStated,
        areaComputed,
        locationClass,
        domestic,
        gunshot);
  }
}
