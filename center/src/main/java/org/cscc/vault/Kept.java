package org.cscc.vault;

import java.time.ZonedDateTime;
import java.util.UUID;
import org.cscc.consent.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A record without what is sealed, for the organization that looks after the person.
 *
 * @param token stands for the person
 * @param organization code of the organization that looks after the person
 * @param area number of the community area
 * @param askedCents what was asked for; null when nothing was
 * @param grantedCents what was granted; null while nothing is
 * @param dueAt until when the organization answers
 * @param closedAt null while it is open
 */
public record Kept(
    UUID id,
    String token,
    String organization,
    Purpose purpose,
    int area,
    @Nullable Long askedCents,
    @Nullable Long grantedCents,
    ZonedDateTime openedAt,
    ZonedDateTime dueAt,
    @Nullable ZonedDateTime closedAt) {}
