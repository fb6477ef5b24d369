package org.cscc.incidents;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * How fresh the incident data is.
 *
 * @param lastChange the newest import that was applied, or what changed incidents after it: an
 *     analyst's ruling, or new outlines
 * @param asOf when that was: what is known now is what was known then
 * @param dataThrough the newest occurrence in all imports
 * @param lastDay Chicago day of that occurrence
 * @param provisionalFrom first day that still counts as provisional
 * @param lag from the newest occurrence to now
 */
public record FeedStatus(
    UUID lastChange,
    String fileName,
    Instant asOf,
    Instant dataThrough,
    LocalDate lastDay,
    LocalDate provisionalFrom,
    Duration lag) {}
