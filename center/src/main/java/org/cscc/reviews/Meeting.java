package org.cscc.reviews;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * A weekly review of a team.
 *
 * @param team code of the team
 * @param week first day of the review week it looks back on; its packet is of the same week
 * @param plannedAt when the team's rule would have it
 * @param startsAt when it is held
 * @param quorum seats that have to be taken
 * @param sequence counted up with whatever calendars have to learn
 * @param packetRevision the published revision the team meets over; null before
 * @param mergedInto the meeting it is held together with
 * @param minutesRevision how often it was closed
 * @param slippedAt when people were told that it was not held at its hour
 */
record Meeting(
    UUID id,
    String team,
    LocalDate week,
    Instant plannedAt,
    Instant startsAt,
    int minutes,
    String place,
    int quorum,
    MeetingState state,
    int sequence,
    @Nullable Integer packetRevision,
    @Nullable UUID mergedInto,
    int minutesRevision,
    @Nullable Instant slippedAt,
    int version) {
  /** When it begins, on Chicago's wall clock. */
  public ZonedDateTime begins() {
    return startsAt.atZone(ReviewWeek.CHICAGO);
  }

  /** When its time is over, on Chicago's wall clock. */
  public ZonedDateTime ends() {
    return begins().plusMinutes(minutes);
  }

  /** Whether it was moved away from the hour of the rule. */
  public boolean moved() {
    return !startsAt.equals(plannedAt);
  }

  /** Whether its time is over and it was not held. */
  public boolean slipped(Instant now) {
    return state.ahead() && startsAt.plusSeconds(minutes * 60L).isBefore(now);
  }

  /** The meeting at which it is held: another team's, or itself. */
  UUID heldAt() {
    return mergedInto == null ? id : mergedInto;
  }

  /** Address of its minutes. */
  public String minutesAddress() {
    return "/reviews/" + week + "/" + team + "/minutes";
  }

  /** Address of its page. */
  public String address() {
    return "/reviews/" + week + "/" + team + "/room";
  }
}
