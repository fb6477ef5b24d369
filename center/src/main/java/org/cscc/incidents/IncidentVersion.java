package org.cscc.incidents;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it was known for a while.
 *
 * @param from when it became known so
 * @param until when the next version replaced it; null for the present one
 */
public record IncidentVersion(
    int version,
    Instant from,
    @Nullable Instant until,
    IncidentType type,
    IncidentState state,
    Instant occurredAt,
    @Nullable String block,
    @Nullable Integer area,
    LocationClass locationClass,
    List<Harm> harmed) {}
