package org.cscc.actions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A commitment that rose to a level.
 *
 * @param organization who owes it
 * @param level 2 for the director, 3 for the steering committee
 * @param open whether nobody has seen it done since
 */
public record RaisedItem(
    String code,
    @Nullable String organization,
    @Nullable Integer area,
    int level,
    Instant at,
    boolean open) {}
