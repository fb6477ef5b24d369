package org.cscc.vault;

import java.time.ZonedDateTime;
import java.util.UUID;

/**
 * Why the privacy officer opened the record of a person.
 *
 * @param token stands for the person
 * @param endsAt until when it opens the record
 */
record Cause(UUID id, String token, String reason, ZonedDateTime at, ZonedDateTime endsAt) {}
