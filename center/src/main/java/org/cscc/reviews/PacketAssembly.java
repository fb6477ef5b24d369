package org.cscc.reviews;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cscc.actions.OpenPromise;
import org.cscc.directory.Team;
import org.cscc.incidents.IncidentFacts;
import org.cscc.kernel.ReviewWeek;
import org.cscc.patterns.GroundFindings;
import org.cscc.patterns.HotSpotLine;
import org.cscc.patterns.Profile;
import org.cscc.patterns.Span;
import org.cscc.patterns.SpanCount;
import org.cscc.requests.PlaceConditions;
import org.cscc.requests.PlaceConditions.Place;
import org.cscc.reviews.ComingAhead.Coming;
import org.cscc.reviews.Differences.Snapshot;
import org.cscc.reviews.Gap.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Puts the packets of a week together from what was read once: every incident of the week on the
 * team's ground by itself (R-HRIT-03), those that came late for a closed week, and what moved in
 * what was published before.
 */
final class PacketAssembly {
  private final WeekReading reading;
  private final Tables tables;
  private final Cards.Surroundings surroundings;
  private final boolean assets;
  private final MapGround ground;
  private final Fates fates;
  private final List<HotSpotLine> hotSpots;
  private final List<OpenPromise> promises;
  private final @Nullable GroundFindings found;
  private final PlaceConditions.@Nullable State conditions;
  private final List<Coming> ahead;

  PacketAssembly(
      WeekReading reading,
      Tables tables,
      Cards.Surroundings surroundings,
      boolean assets,
      MapGround ground,
      Fates fates,
      List<HotSpotLine> hotSpots,
      List<OpenPromise> promises,
      @Nullable GroundFindings found,
      PlaceConditions.@Nullable State conditions,
      List<Coming> ahead) {
    this.found = found;
    this.conditions = conditions;
    this.ahead = ahead;
    this.reading = reading;
    this.tables = tables;
    this.surroundings = surroundings;
    this.assets = assets;
    this.ground = ground;
    this.fates = fates;
    this.hotSpots = hotSpots;
    this.promises = promises;
  }

  /** What the packet of a team says. */
  PacketFacts facts(Team team) {
    Profile profile = profile(team);
    Cards cards = new Cards(team, tables, profile.nearRepeats(), surroundings);
    List<IncidentCard> all = new ArrayList<>();
    for (IncidentFacts incident : reading.incidents()) {
      if (tables.has(team, incident)) {
        card(team, cards, incident).ifPresent(all::add);
      }
    }
    Snapshot now = snapshot(all, profile.numbers().of(Span.WEEK));
    List<RevisedWeek> revised = revised(team, profile, cards, now);
    return new PacketFacts(
        profile,
        List.copyOf(all),
        ground.of(team, now.cards()),
        revised,
        gaps(team),
        hotSpots.stream().filter(spot -> team.areaNumbers().contains(spot.area())).toList(),
        promises.stream().filter(promise -> promise.team().equals(team.code())).toList(),
        found == null ? null : found.in(Set.copyOf(team.areaNumbers())),
        conditions == null ? null : conditions.on(places(all)),
        ahead.stream().filter(coming -> coming.team().equals(team.code())).toList());
  }

  private static Set<Place> places(List<IncidentCard> cards) {
    Set<Place> places = new HashSet<>();
    for (IncidentCard card : cards) {
      if (card.block() != null && card.area() != null) {
        places.add(new Place(card.block(), card.area()));
      }
    }
    return places;
  }

  private Optional<IncidentCard> card(Team team, Cards cards, IncidentFacts incident) {
    if (reading.week().holds(incident.occurredOn())) {
      return Optional.of(cards.card(incident));
    }
    return reading
        .deferredTo(team, incident.id())
        .map(deferral -> cards.deferred(incident, deferral))
        .or(() -> lateFor(team, incident).map(week -> cards.late(incident, week)));
  }

  private Profile profile(Team team) {
    Profile profile = reading.profiles().get(team.code());
    if (profile == null) {
      throw new IllegalStateException("No numbers for the team " + team.code());
    }
    return profile;
  }

  private static Snapshot snapshot(List<IncidentCard> cards, SpanCount count) {
    return new Snapshot(
        cards.stream().filter(IncidentCard::ofTheWeek).toList(),
        count.all().count(),
        count.killed().count());
  }

  /**
   * The closed week that an incident came too late for, if this packet is the first that can bring
   * it: the week's own packet was published before the records knew it, and so was every packet
   * between that week and this one.
   */
  private Optional<LocalDate> lateFor(Team team, IncidentFacts incident) {
    ReviewWeek own =
        ReviewWeek.holding(incident.occurredOn(), reading.week().firstDay().getDayOfWeek());
    for (ReviewWeek week = own;
        week.firstDay().isBefore(reading.week().firstDay());
        week = week.next()) {
      Instant seen = incident.firstSeenAt();
      boolean closedBefore =
          reading.closed(team, week.firstDay()).filter(closed -> closed.isBefore(seen)).isPresent();
      if (!closedBefore) {
        return Optional.empty();
      }
    }
    return Optional.of(own.firstDay());
  }

  private List<RevisedWeek> revised(Team team, Profile profile, Cards cards, Snapshot now) {
    List<RevisedWeek> revised = new ArrayList<>();
    ReviewWeek before = reading.week().previous();
    Snapshot last =
        new Snapshot(
            reading.of(before).stream()
                .filter(incident -> tables.has(team, incident))
                .map(cards::card)
                .toList(),
            profile.numbers().of(Span.PREVIOUS_WEEK).all().count(),
            profile.numbers().of(Span.PREVIOUS_WEEK).killed().count());
    compare(team, before, last, revised);
    compare(team, reading.week(), now, revised);
    return List.copyOf(revised);
  }

  private void compare(Team team, ReviewWeek week, Snapshot now, List<RevisedWeek> revised) {
    reading
        .newest(team, week)
        .ifPresent(
            row -> {
              PacketContent content = reading.contents().get(row.id());
              if (content != null) {
                List<PacketChange> changes =
                    Differences.between(
                        content.facts().snapshot(), now, fates, week.equals(reading.week()));
                revised.add(new RevisedWeek(week.firstDay(), row.revision(), changes));
              }
            });
  }

  private List<Gap> gaps(Team team) {
    List<Gap> gaps = new ArrayList<>();
    if (conditions == null) {
      gaps.add(new Gap(Section.CONDITIONS, Reason.NOT_KEPT));
    }
    gaps.add(new Gap(Section.SERVICES, Reason.NOT_KEPT));
    gaps.add(new Gap(Section.LOOK_AHEAD, Reason.NO_CALENDAR));
    if (!assets) {
      gaps.add(new Gap(Section.INCIDENTS, Reason.NO_ASSETS));
    }
    boolean nothingBefore =
        reading.newest(team, reading.week().previous()).isEmpty()
            && reading.newest(team, reading.week()).isEmpty();
    if (nothingBefore) {
      gaps.add(new Gap(Section.REVISED, Reason.NOTHING_PUBLISHED_BEFORE));
    }
    return List.copyOf(gaps);
  }
}
