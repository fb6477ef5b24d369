package org.cscc.notices;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How the outbox stands.
 *
 * @param waiting deliveries that are still to be made, those of quiet hours with them
 * @param oldestDue when the first of them was or is due
 * @param failed that nobody has seen to
 * @param unsent written while no server was named
 * @param handedOver all that were
 * @param soon of them, within ten seconds of when they were due
 */
record Backlog(
    int waiting,
    @Nullable OffsetDateTime oldestDue,
    int failed,
    int unsent,
    int handedOver,
    int soon) {}
