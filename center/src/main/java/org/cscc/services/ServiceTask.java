package org.cscc.services;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.WallClock;
import org.jspecify.annotations.Nullable;

/**
 * A service that was asked for on a block, as it stands.
 *
 * @param code what people say on the telephone
 * @param priority whether the block was on the list of priority blocks when it was asked for
 * @param cityNumber its number with the City's 311
 * @param item code of the commitment that it serves
 * @param department code of the one department that answers for it
 * @param passed departments that it was with before
 * @param waitedBy departments of tasks that wait for it
 * @param dueOn last day on which it is in time
 * @param resumeOn from when it can be done, when a department waits for the season
 * @param sampled whether somebody else has to look
 * @param recheckOn from when somebody should look in any case (R-COO-06)
 * @param waitsFor codes of tasks that have to be done before and are not
 * @param version counts the changes; a move must name the one it was decided on
 */
record ServiceTask(
    UUID id,
    String code,
    String type,
    int area,
    String block,
    Source source,
    String note,
    boolean priority,
    @Nullable String cityNumber,
    @Nullable String item,
    TaskState state,
    @Nullable String department,
    List<String> passed,
    List<String> waitedBy,
    @Nullable String reasonCode,
    @Nullable LocalDate resumeOn,
    String requestedBy,
    String requestedOrg,
    OffsetDateTime requestedAt,
    LocalDate dueOn,
    @Nullable OffsetDateTime acknowledgedAt,
    @Nullable LocalDate scheduledOn,
    @Nullable String crew,
    @Nullable OffsetDateTime completedAt,
    @Nullable String blockedOn,
    boolean sampled,
    @Nullable LocalDate recheckOn,
    int reopened,
    int level,
    @Nullable OffsetDateTime risesAt,
    @Nullable String parentCode,
    List<String> waitsFor,
    int version) {
  /** Where a wish comes from. */
  enum Source {
    TEAM,
    RESIDENT,
    WALK,
    CITY_311,
    BLOCK_CLUB
  }

  /** Whether it should have been done by now. */
  public boolean late(Instant now) {
    return state.owed() && parentCode == null && WallClock.dayOf(now).isAfter(dueOn);
  }

  /** Whether somebody else should look at it now. */
  public boolean toCheck(Instant now) {
    return state == TaskState.COMPLETED
        && (sampled || (recheckOn != null && !WallClock.dayOf(now).isBefore(recheckOn)));
  }

  /** When it was asked for, on Chicago's wall clock. */
  public ZonedDateTime requested() {
    return requestedAt.atZoneSameInstant(ReviewWeek.CHICAGO);
  }

  /** When the department said that it is done, on Chicago's wall clock. */
  public @Nullable ZonedDateTime completed() {
    return completedAt == null ? null : completedAt.atZoneSameInstant(ReviewWeek.CHICAGO);
  }

  /** When it rises next, on Chicago's wall clock. */
  public @Nullable ZonedDateTime rises() {
    return risesAt == null ? null : risesAt.atZoneSameInstant(ReviewWeek.CHICAGO);
  }

  /** Whether a department answers for it. */
  public boolean with(String organization) {
    return organization.equals(department);
  }
}
