package org.cscc.audit;

import java.time.ZonedDateTime;
import org.cscc.kernel.AuditNote.Deed;
import org.jspecify.annotations.Nullable;

/**
 * A row of the trail as people read it.
 *
 * @param at Chicago wall clock
 * @param actor sign-in name, {@code system}, or {@code -} for somebody who was not signed in
 * @param network where from, without the single machine; null for jobs and commands
 */
public record TrailLine(
    long seq,
    ZonedDateTime at,
    Deed deed,
    String actor,
    String role,
    String organization,
    String kind,
    String record,
    int rows,
    String purpose,
    String way,
    @Nullable String network,
    @Nullable String before,
    @Nullable String after) {}
