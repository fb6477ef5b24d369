package org.cscc.reviews;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cscc.directory.Team;
import org.cscc.incidents.FeedStatus;
import org.cscc.incidents.IncidentFacts;
import org.cscc.kernel.ReviewWeek;
import org.cscc.patterns.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the packets of one week are put together from, read once for all teams.
 *
 * @param now when it was read
 * @param teams every active team
 * @param feed how fresh the records are; empty before the first import
 * @param incidents serious incidents of the whole city, from {@link #LOOK_BACK} weeks before the
 *     week to its last day, in time order
 * @param profiles by team code
 * @param published every publication of the weeks from {@link #LOOK_BACK} weeks before to this one
 * @param deferrals what earlier reviews put off to this week
 * @param contents contents of the newest publication of this week and of the week before, by row
 */
record WeekReading(
    ReviewWeek week,
    Instant now,
    List<Team> teams,
    @Nullable FeedStatus feed,
    List<IncidentFacts> incidents,
    Map<String, Profile> profiles,
    List<PacketRow> published,
    List<Deferral> deferrals,
    Map<UUID, PacketContent> contents) {
  /** How many weeks back a late incident is still brought to the table. */
  static final int LOOK_BACK = 8;

  /** Incidents of a week. */
  List<IncidentFacts> of(ReviewWeek wanted) {
    return incidents.stream().filter(incident -> wanted.holds(incident.occurredOn())).toList();
  }

  /** By what an earlier review put an incident off to this one, if one did. */
  Optional<Deferral> deferredTo(Team team, UUID incident) {
    return deferrals.stream()
        .filter(deferral -> deferral.team().equals(team.code()))
        .filter(deferral -> deferral.incident().equals(incident))
        .findFirst();
  }

  /** When the first revision of a team's week was published, if it was. */
  Optional<Instant> closed(Team team, LocalDate firstDay) {
    return published.stream()
        .filter(row -> row.team().equals(team.code()) && row.week().equals(firstDay))
        .filter(row -> row.revision() == 1)
        .map(PacketRow::publishedAt)
        .findFirst();
  }

  /** The newest publication of a team's week that was read with its content. */
  Optional<PacketRow> newest(Team team, ReviewWeek wanted) {
    return published.stream()
        .filter(row -> row.team().equals(team.code()))
        .filter(row -> row.week().equals(wanted.firstDay()))
        .filter(row -> row.state() == PacketState.PUBLISHED)
        .filter(row -> contents.containsKey(row.id()))
        .findFirst();
  }
}
