package org.cscc.patterns;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * What every number rests on.
 *
 * @param asOf when the newest feed was brought in; null when none has been
 * @param newestDay day of the newest recorded incident of any seriousness; null when there is none
 * @param provisionalFrom first day that the feed still revises; null when there is none
 * @param recordsFrom first day on which anybody is recorded as harmed; null when nobody is
 * @param people people harmed in the records that were read
 */
public record Basis(
    @Nullable Instant asOf,
    @Nullable LocalDate newestDay,
    @Nullable LocalDate provisionalFrom,
    @Nullable LocalDate recordsFrom,
    int people) {
  /** The as-of on the wall clock of the city. */
  public @Nullable ZonedDateTime asOfInChicago() {
    return asOf == null ? null : asOf.atZone(ReviewWeek.CHICAGO);
  }
}
