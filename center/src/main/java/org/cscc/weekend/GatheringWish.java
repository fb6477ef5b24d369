package org.cscc.weekend;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody wants to write about a gathering; see {@link Gathering}. */
record GatheringWish(
    GatheringKind kind,
    @Nullable Integer area,
    String place,
    Instant from,
    Instant until,
    @Nullable String organization,
    String note) {}
