package org.cscc.patterns.hotspots;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * A step that was taken with a hot spot; steps are added, never changed.
 *
 * @param from null for the first
 * @param reason one of the reasons of the move
 * @param work kind of work agreed; null without a plan
 * @param lead code of the organization that leads it; null without a plan
 * @param until until when; null without a plan
 * @param role role of the account, {@code SYSTEM} for the center's own steps
 */
record HotSpotStep(
    int position,
    String move,
    @Nullable String from,
    String to,
    String reason,
    @Nullable String work,
    @Nullable String lead,
    @Nullable LocalDate until,
    String account,
    String role,
    Instant at) {
  /** When, on the wall clock of the city. */
  public ZonedDateTime atInChicago() {
    return at.atZone(ReviewWeek.CHICAGO);
  }
}
