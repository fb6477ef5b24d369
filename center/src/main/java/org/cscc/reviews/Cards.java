package org.cscc.reviews;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cscc.directory.Team;
import org.cscc.incidents.AgeBand;
import org.cscc.incidents.Harm;
import org.cscc.incidents.IncidentFacts;
import org.cscc.kernel.ReviewWeek;
import org.cscc.patterns.NearRepeat;
import org.cscc.reviews.IncidentCard.After;
import org.cscc.reviews.IncidentCard.Nearby;
import org.jspecify.annotations.Nullable;

/** Writes the incident cards of one team. */
final class Cards {
  /** Days that a near-repeat window stays open after the incident that opened it (M-6). */
  static final int WATCH_DAYS = 14;

  private final Team team;
  private final Tables tables;
  private final Map<UUID, NearRepeat> repeats;
  private final Surroundings surroundings;

  /** Writes cards that carry these near-repeat flags. */
  Cards(Team team, Tables tables, List<NearRepeat> repeats, Surroundings surroundings) {
    this.team = team;
    this.tables = tables;
    this.surroundings = surroundings;
    this.repeats =
        repeats.stream()
            .collect(Collectors.toMap(NearRepeat::incident, Function.identity(), (a, b) -> a));
  }

  /** The card of an incident of the week. */
  IncidentCard card(IncidentFacts incident) {
    return card(incident, null, null);
  }

  /** The card of an incident that came too late for the packet of a closed week. */
  IncidentCard late(IncidentFacts incident, LocalDate week) {
    return card(incident, week, null);
  }

  /** The card of an incident that an earlier review put off to this one. */
  IncidentCard deferred(IncidentFacts incident, Deferral deferral) {
    return card(incident, null, deferral);
  }

  private IncidentCard card(
      IncidentFacts incident, @Nullable LocalDate lateFor, @Nullable Deferral deferral) {
    List<Harm> harmed = incident.harmed().stream().filter(harm -> harm.kind().serious()).toList();
    NearRepeat repeat = repeats.get(incident.id());
    Double lon = incident.lon();
    Double lat = incident.lat();
    boolean placed = lon != null && lat != null;
    return new IncidentCard(
        incident.id(),
        incident.type().name(),
        incident.occurredOn(),
        time(incident),
        incident.block(),
        rounded(lon),
        rounded(lat),
        incident.area(),
        incident.locationClass().name(),
        harmed.size(),
        incident.killed(),
        harmed.stream().map(Harm::ageBand).sorted().map(AgeBand::name).toList(),
        incident.provisional(),
        lateFor,
        deferral == null ? null : deferral.week(),
        // What a facilitator chose is said in the packet it was put off from.
        deferral != null && deferral.reason() == Deferral.Reason.REVIEW_CANCELLED
            ? deferral.reason()
            : null,
        tables.border(team, incident),
        lon != null && lat != null ? surroundings.of(lon, lat) : List.of(),
        repeat == null ? null : new After(repeat.ofOn(), repeat.metres()),
        placed ? incident.occurredOn().plusDays(WATCH_DAYS) : null);
  }

  private static @Nullable LocalTime time(IncidentFacts incident) {
    return incident.precision().hasHour()
        ? incident.occurredAt().atZone(ReviewWeek.CHICAGO).toLocalTime()
        : null;
  }

  /** Five decimals: about a metre, more than a block mid-point means. */
  private static @Nullable Double rounded(@Nullable Double degrees) {
    return degrees == null ? null : Math.round(degrees * 1e5) / 1e5;
  }

  /** Finds the places that may have been affected around a point. */
  interface Surroundings {
    /** The nearest of each kind, nearest first. */
    List<Nearby> of(double lon, double lat);
  }
}
