package org.cscc.reviews;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.home.Asking;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.Incidents;
import org.cscc.kernel.ReviewWeek;
import org.cscc.patterns.Patterns;
import org.cscc.patterns.RecentDensity;
import org.springframework.stereotype.Component;

/**
 * Reads what packets are made of. The center reads the whole city by itself, because a border
 * incident and the city's numbers are in every team's packet; who may open a packet is asked where
 * it is opened.
 */
@Component
class WeekReadings {
  private static final int FOUR_WEEKS = 28;

  private final PacketStore store;
  private final Deferrals deferrals;
  private final Teams teams;
  private final Incidents incidents;
  private final Patterns patterns;
  private final Access access;
  private final Clock clock;

  WeekReadings(
      PacketStore store,
      Deferrals deferrals,
      Teams teams,
      Incidents incidents,
      Patterns patterns,
      Access access,
      Clock clock) {
    this.store = store;
    this.deferrals = deferrals;
    this.teams = teams;
    this.incidents = incidents;
    this.patterns = patterns;
    this.access = access;
    this.clock = clock;
  }

  /** Reads a week, for all teams at once. */
  WeekReading of(ReviewWeek week) {
    return Asking.asTheCenter(() -> read(week));
  }

  private WeekReading read(ReviewWeek week) {
    Instant now = clock.instant();
    List<Team> all = teams.all();
    List<PacketRow> published =
        store
            .between(
                all.stream().map(Team::code).toList(),
                week.firstDay().minusWeeks(WeekReading.LOOK_BACK),
                week.firstDay())
            .stream()
            .filter(PacketRow::frozen)
            .toList();
    return new WeekReading(
        week,
        now,
        all,
        incidents.latest().orElse(null),
        incidents.serious(
            reading(Capability.READ_INCIDENTS),
            week.firstDay().minusWeeks(WeekReading.LOOK_BACK),
            week.lastDay(),
            null),
        patterns.teams(reading(Capability.READ_PATTERNS), week.lastDay()),
        published,
        deferrals.backIn(week),
        contents(published, week));
  }

  /** How densely incidents of four weeks lie in the frame of a map. */
  RecentDensity density(ReviewWeek week, RecentDensity.Frame frame) {
    return Asking.asTheCenter(
        () ->
            patterns.density(reading(Capability.READ_PATTERNS), week.lastDay(), FOUR_WEEKS, frame));
  }

  /** What became of an incident, whatever its state. */
  Optional<IncidentFacts> incident(UUID id) {
    return Asking.asTheCenter(() -> incidents.byId(reading(Capability.READ_INCIDENTS), id));
  }

  private Map<UUID, PacketContent> contents(List<PacketRow> published, ReviewWeek week) {
    List<UUID> wanted =
        published.stream()
            .filter(row -> row.state() == PacketState.PUBLISHED)
            .filter(row -> !row.week().isBefore(week.previous().firstDay()))
            .map(PacketRow::id)
            .toList();
    return wanted.isEmpty() ? new LinkedHashMap<>() : store.contents(wanted);
  }

  private Decision reading(Capability capability) {
    return access.forSystem(capability);
  }
}
