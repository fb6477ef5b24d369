package org.cscc.incidents;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person harmed, without anything by which the person could be found.
 *
 * @param victimizationId stays the same when the person dies (R-INC-02)
 * @param seq number within the incident, from 1
 * @param occurredAt when this person was harmed, which may differ within one incident
 * @param area counting area of this person's row; null when unmapped
 */
public record Harm(
    UUID victimizationId,
    int seq,
    boolean fatal,
    HarmKind kind,
    AgeBand ageBand,
    Instant occurredAt,
    @Nullable Integer area) {}
