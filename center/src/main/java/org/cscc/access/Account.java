package org.cscc.access;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * An account as lists show it.
 *
 * @param organization code of the organization the person works for
 */
public record Account(
    UUID id,
    String name,
    String displayName,
    Role role,
    String organization,
    OffsetDateTime createdAt) {}
