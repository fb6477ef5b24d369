package org.cscc.vault;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What staff of the City see of a record: nothing but a token, an area, amounts and clocks. Which
 * organization it is, and what for, would say what happened to the person.
 *
 * @param area number of the community area
 * @param askedCents what was asked for; null when nothing was
 * @param grantedCents what was granted; null while nothing is
 * @param dueAt until when the organization answers
 * @param closedAt null while it is open
 */
public record SeenToken(
    String token,
    int area,
    @Nullable Long askedCents,
    @Nullable Long grantedCents,
    ZonedDateTime dueAt,
    @Nullable ZonedDateTime closedAt) {}
