package org.cscc.reviews;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.cscc.actions.Move;
import org.cscc.actions.Origin;
import org.cscc.actions.Priority;
import org.cscc.actions.Proposal;
import org.cscc.actions.Verb;
import org.cscc.directory.Team;
import org.cscc.kernel.WallClock;
import org.jspecify.annotations.Nullable;

/**
 * A new item, as it is captured while people speak: what, who, until when.
 *
 * @param owner organization and account with a slash between; empty when nobody owes it yet
 * @param place block and area with a slash between; empty for the team's first area
 * @param due last day on Chicago's calendar; empty for the time that the priority gives
 */
record RoomItemForm(
    @Nullable UUID key,
    @Nullable String title,
    @Nullable String owner,
    @Nullable Verb verb,
    @Nullable Priority priority,
    @Nullable String place,
    @Nullable LocalDate due) {
  /** Offices are open then, and the day is still whole. */
  private static final LocalTime END_OF_DAY = LocalTime.of(17, 0);

  Proposal proposal(Team team, Meeting meeting, @Nullable String organization) {
    String where = place == null ? "" : place;
    int slash = where.lastIndexOf('/');
    return new Proposal(
        title == null ? "" : title,
        verb == null ? Verb.OTHER : verb,
        (verb == null ? Verb.OTHER : verb).pillar(),
        priority == null ? Priority.P3 : priority,
        "T1",
        slash < 0 ? team.areaNumbers().getFirst() : area(where.substring(slash + 1), team),
        slash <= 0 ? null : where.substring(0, slash),
        team.code(),
        Origin.MEETING,
        meeting.id().toString(),
        organization);
  }

  /** Who answers for it; null when nobody is named. */
  Move.@Nullable Assign owing() {
    String named = owner == null ? "" : owner;
    int slash = named.indexOf('/');
    return slash <= 0
        ? null
        : new Move.Assign(
            named.substring(0, slash),
            named.substring(slash + 1),
            due == null ? null : WallClock.at(due, END_OF_DAY),
            List.of());
  }

  private static int area(String written, Team team) {
    return written.matches("[0-9]{1,2}")
        ? Integer.parseInt(written)
        : team.areaNumbers().getFirst();
  }
}
