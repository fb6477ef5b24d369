package org.cscc.vault;

import java.time.Instant;
import java.util.Map;
import org.cscc.consent.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * What is written down when an organization begins to look after somebody.
 *
 * @param area number of the community area
 * @param askedCents what was asked for; null when nothing was
 * @param fields what is sealed; empty texts are left out
 */
public record Entry(
    Purpose purpose,
    int area,
    @Nullable Long askedCents,
    Instant dueAt,
    Map<Field, String> fields) {}
