package org.cscc.reviews;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.actions.Actions;
import org.cscc.actions.OpenPromise;
import org.cscc.directory.Organization;
import org.cscc.directory.Organizations;
import org.cscc.directory.Team;
import org.cscc.home.Asking;
import org.cscc.home.HomeKind;
import org.cscc.home.HomeState;
import org.cscc.incidents.FeedStatus;
import org.cscc.incidents.IncidentFacts;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.WallClock;
import org.cscc.patterns.GroundFindings;
import org.cscc.patterns.HotSpotDoor;
import org.cscc.patterns.HotSpotLine;
import org.cscc.places.Areas;
import org.cscc.places.Boundaries;
import org.cscc.requests.PlaceConditions;
import org.cscc.requests.PlaceConditions.Place;
import org.cscc.reviews.ComingAhead.Coming;
import org.cscc.reviews.PacketChange.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a week once and writes the packet of one team after the other from it. */
@Component
class PacketWriter {
  /** The section of the packet is called so. */
  private static final int DAYS_AHEAD = 14;

  private final WeekReadings readings;
  private final Neighbours neighbours;
  private final Boundaries boundaries;
  private final Areas areas;
  private final HomeState home;
  private final WeeklyCut cut;
  private final Clock clock;
  private final HotSpotDoor hotSpots;
  private final Actions actions;
  private final Organizations organizations;
  private final PlaceConditions conditions;
  private final ComingAhead ahead;
  private final Access access;

  PacketWriter(
      WeekReadings readings,
      Neighbours neighbours,
      Boundaries boundaries,
      Areas areas,
      HomeState home,
      WeeklyCut cut,
      Clock clock,
      HotSpotDoor hotSpots,
      Actions actions,
      Organizations organizations,
      PlaceConditions conditions,
      ComingAhead ahead,
      Access access) {
    this.readings = readings;
    this.neighbours = neighbours;
    this.boundaries = boundaries;
    this.areas = areas;
    this.home = home;
    this.cut = cut;
    this.clock = clock;
    this.hotSpots = hotSpots;
    this.actions = actions;
    this.organizations = organizations;
    this.conditions = conditions;
    this.ahead = ahead;
    this.access = access;
  }

  /**
   * Reads a week.
   *
   * @throws Refused R-REVIEWS-04 before the first import
   */
  Week begin(ReviewWeek week) {
    WeekReading reading = readings.of(week);
    FeedStatus feed = reading.feed();
    if (feed == null) {
      throw new Refused(Refused.Kind.CONFLICT, "R-REVIEWS-04", "reviews.refused.no-feed");
    }
    PacketAssembly assembly =
        new PacketAssembly(
            reading,
            new Tables(reading.teams(), boundaries::areaAt),
            neighbours::of,
            neighbours.known(),
            new MapGround(
                boundaries.shapes(),
                areas,
                boundaries.approximate(),
                frame -> readings.density(week, frame)),
            fates(),
            openHotSpots(reading),
            promises(),
            found(reading),
            conditions(reading),
            ahead());
    return new Week(week, feed.asOf(), assembly);
  }

  /** The hot spots of all teams, read once: what each rests on, and as of which day. */
  private List<HotSpotLine> openHotSpots(WeekReading reading) {
    return Asking.asTheCenter(
        () -> hotSpots.open(access.forSystem(Capability.READ_PATTERNS), grounds(reading)));
  }

  /** What else was found on their ground, read once. */
  private @Nullable GroundFindings found(WeekReading reading) {
    return Asking.asTheCenter(
        () -> hotSpots.found(access.forSystem(Capability.READ_PATTERNS), grounds(reading)));
  }

  private static Set<Integer> grounds(WeekReading reading) {
    Set<Integer> grounds = new HashSet<>();
    reading.teams().forEach(team -> grounds.addAll(team.areaNumbers()));
    return grounds;
  }

  /** What is owed to all teams, read once. */
  private List<OpenPromise> promises() {
    Map<String, String> names =
        organizations.all().stream()
            .collect(Collectors.toMap(Organization::code, Organization::name));
    return Asking.asTheCenter(() -> actions.promises(access.forSystem(Capability.READ_ACTIONS)))
        .stream()
        .map(promise -> promise.named(names))
        .toList();
  }

  /** What is open with the City's 311 on the blocks of all incidents, read once. */
  private PlaceConditions.@Nullable State conditions(WeekReading reading) {
    Set<Place> places = new HashSet<>();
    for (IncidentFacts incident : reading.incidents()) {
      if (incident.block() != null && incident.area() != null) {
        places.add(new Place(incident.block(), incident.area()));
      }
    }
    return Asking.asTheCenter(
        () ->
            conditions
                .open(access.forSystem(Capability.READ_CITY_REQUESTS), places, today())
                .orElse(null));
  }

  /** What all teams wrote down as coming, read once. */
  private List<Coming> ahead() {
    return Asking.asTheCenter(
        () ->
            ahead.between(
                access.forSystem(Capability.READ_MEETINGS),
                today(),
                today().plusDays(DAYS_AHEAD - 1L)));
  }

  private LocalDate today() {
    return WallClock.dayOf(clock.instant());
  }

  /** Tells what became of incidents that are gone from a packet. */
  Fates fates() {
    return gone ->
        readings
            .incident(gone.incident())
            .map(now -> fate(gone, now))
            .orElseGet(() -> change(Kind.REMOVED, gone, null));
  }

  private PacketChange fate(IncidentCard gone, IncidentFacts now) {
    return switch (now.state()) {
      case UNFOUNDED -> change(Kind.UNFOUNDED, gone, null);
      case OUT_OF_SCOPE -> change(Kind.OUT_OF_SCOPE, gone, null);
      case REPORTED, CONFIRMED -> {
        Integer area = now.area();
        yield Objects.equals(area, gone.area())
            ? change(Kind.REMOVED, gone, null)
            : change(Kind.MOVED_AWAY, gone, area == null ? null : areas.name(area));
      }
    };
  }

  private static PacketChange change(Kind kind, IncidentCard gone, @Nullable String after) {
    return new PacketChange(kind, gone.incident(), gone.day(), gone.block(), null, after);
  }

  /** A week that has been read. */
  final class Week {
    private final ReviewWeek week;
    private final Instant dataAsOf;
    private final PacketAssembly assembly;

    private Week(ReviewWeek week, Instant dataAsOf, PacketAssembly assembly) {
      this.week = week;
      this.dataAsOf = dataAsOf;
      this.assembly = assembly;
    }

    /** What the packet of a team says. */
    PacketFacts facts(Team team) {
      return assembly.facts(team);
    }

    /** The packet of a team as it is stored. */
    Written write(Team team, PacketFacts facts) {
      Instant now = clock.instant();
      PacketHead head =
          new PacketHead(
              team.code(),
              team.name(),
              week,
              team.areas().stream()
                  .map(
                      area ->
                          new PacketHead.Ground(
                              area.area(), areas.name(area.area()), area.subArea(), area.lead()))
                  .toList(),
              now,
              dataAsOf,
              now.isBefore(cut.of(week)),
              home.kind() == HomeKind.DEMO);
      return Written.of(new PacketContent(PacketContent.FORMAT, head, facts));
    }
  }

  /**
   * A packet ready to be stored.
   *
   * @param content the tree as JSON
   * @param factsHash SHA-256 of what it says without its as-of lines
   */
  record Written(PacketContent tree, String content, String factsHash) {
    static Written of(PacketContent tree) {
      String facts = PacketJson.write(tree.facts().comparable());
      return new Written(tree, PacketJson.write(tree), PacketRow.hex(PacketJson.sha256(facts)));
    }

    /** Whether a stored row need not be replaced. A published one only by what a team would see. */
    boolean saysTheSame(PacketRow row) {
      return row.frozen() ? changes().isEmpty() : row.factsHash().equals(factsHash);
    }

    /** What differs from the publication of the same week. */
    List<PacketChange> changes() {
      return tree.facts().revised().stream()
          .filter(revised -> revised.week().equals(tree.head().week().firstDay()))
          .flatMap(revised -> revised.changes().stream())
          .toList();
    }

    PacketRow row(UUID id, int revision, int edition, Instant now) {
      Differences.Snapshot numbers = tree.facts().snapshot();
      return new PacketRow(
          id,
          tree.head().team(),
          tree.head().week().firstDay(),
          revision,
          edition,
          PacketRow.hex(PacketJson.sha256(content)),
          factsHash,
          tree.head().dataAsOf(),
          tree.head().preparedAt(),
          numbers.cards().size(),
          numbers.harmed(),
          numbers.killed(),
          changes().size(),
          PacketState.DRAFT,
          "",
          now,
          null);
    }
  }
}
