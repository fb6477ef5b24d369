package org.cscc.incidents;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * How fresh the incident data is.
 *
 * @param lastImport the newest import that was applied
 * @param asOf when it was applied: what is known now is what was known then
 * @param dataThrough the newest occurrence in all imports
 * @param lastDay Chicago day of that occurrence
 * @param provisionalFrom first day that still counts as provisional
 * @param lag from the newest occurrence to now
 */
public record FeedStatus(
    UUID lastImport,
    String fileName,
    Instant asOf,
    Instant dataThrough,
    LocalDate lastDay,
    LocalDate provisionalFrom,
    Duration lag) {}
