package org.cscc.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line that is added to a history.
 *
 * @param from the state before; null when the record begins with it
 */
public record Entry(String move, @Nullable Enum<?> from, Enum<?> to, Hand by, Instant at) {}
