package org.cscc.tabletops;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * An exercise, as it stands.
 *
 * @param code what people say on the telephone
 * @param teams codes; the first one leads
 * @param area where the story is made up to be; null for all areas of the teams
 * @param objectives a line each
 * @param organizations codes of who is asked to the table
 * @param cancelReason why it does not take place
 * @param reportDue until when its report is to be finished; null while it was not held
 * @param noneBecause why nothing was found
 * @param undecided how many gaps wait for what becomes of them
 * @param version counts the changes; a move must name the one it was decided on
 */
record Exercise(
    UUID id,
    String code,
    String title,
    List<String> teams,
    @Nullable Integer area,
    OffsetDateTime startsAt,
    String place,
    String objectives,
    List<String> organizations,
    ExerciseState state,
    @Nullable String cancelReason,
    @Nullable OffsetDateTime reportDue,
    @Nullable String noneBecause,
    @Nullable OffsetDateTime closedAt,
    String plannedBy,
    String plannedOrg,
    int findings,
    int undecided,
    int version) {
  /** When it begins, on Chicago's wall clock. */
  public ZonedDateTime begins() {
    return startsAt.atZoneSameInstant(ReviewWeek.CHICAGO);
  }

  /** Until when its report is to be finished, on Chicago's wall clock. */
  public @Nullable ZonedDateTime due() {
    return reportDue == null ? null : reportDue.atZoneSameInstant(ReviewWeek.CHICAGO);
  }

  /** When it was closed, on Chicago's wall clock. */
  public @Nullable ZonedDateTime closed() {
    return closedAt == null ? null : closedAt.atZoneSameInstant(ReviewWeek.CHICAGO);
  }

  /** Whether its hour has come. */
  public boolean begun(Instant now) {
    return !startsAt.toInstant().isAfter(now);
  }

  /** Whether its report is not finished and its time is over. */
  public boolean late(Instant now) {
    return state.owing() && reportDue != null && reportDue.toInstant().isBefore(now);
  }

  /** Whether its report was finished after its time. */
  public boolean closedLate() {
    return closedAt != null && reportDue != null && closedAt.isAfter(reportDue);
  }

  /** Lines of the objectives, without empty ones. */
  public List<String> objectiveLines() {
    return objectives.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** The team that leads. */
  public String lead() {
    return teams.getFirst();
  }
}
