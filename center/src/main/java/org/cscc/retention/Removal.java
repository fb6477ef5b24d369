package org.cscc.retention;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What one night did to one table.
 *
 * @param approval who approved the schedule; null when nobody has, and rows wait
 * @param before the moment before which rows have been kept long enough
 * @param waiting rows that would go if the schedule were approved
 */
public record Removal(
    String table,
    String schedule,
    @Nullable String approval,
    OffsetDateTime before,
    long removed,
    long waiting) {}
