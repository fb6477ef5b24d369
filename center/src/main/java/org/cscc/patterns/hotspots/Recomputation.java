package org.cscc.patterns.hotspots;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.incidents.FeedStatus;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.Incidents;
import org.cscc.patterns.circumstances.Circumstances;
import org.cscc.places.Areas;
import org.cscc.places.Assets;
import org.cscc.places.Boundaries;
import org.cscc.places.CommunityArea;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes anew when there is something new to compute from: once for each import, day of data and
 * settings. What comes out is stored in one transaction, and only pages read it.
 */
@Component
class Recomputation {
  private static final Logger LOG = LoggerFactory.getLogger(Recomputation.class);
  private static final int ATTEMPTS = 3;
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

  private final Incidents incidents;
  private final Boundaries boundaries;
  private final Areas areas;
  private final Assets assets;
  private final Computations computations;
  private final HotSpotStore store;
  private final HotSpots hotSpots;
  private final Access access;
  private final Settings settings;
  private final Circumstances circumstances;
  private final Clock clock;
  private final DayOfWeek weekStart;
  private final TransactionTemplate transaction;

  Recomputation(
      Incidents incidents,
      Boundaries boundaries,
      Areas areas,
      Assets assets,
      Computations computations,
      HotSpotStore store,
      HotSpots hotSpots,
      Access access,
      Settings settings,
      Circumstances circumstances,
      Clock clock,
      @Value("${cscc.week-start:SUNDAY}") DayOfWeek weekStart,
      PlatformTransactionManager transactions) {
    this.incidents = incidents;
    this.boundaries = boundaries;
    this.areas = areas;
    this.assets = assets;
    this.computations = computations;
    this.store = store;
    this.hotSpots = hotSpots;
    this.access = access;
    this.settings = settings;
    this.circumstances = circumstances;
    this.clock = clock;
    this.weekStart = weekStart;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Computes if there is something new; answers whether anything was computed. */
  boolean ifThereIsSomethingNew() {
    Optional<FeedStatus> status = incidents.latest();
    if (status.isEmpty()) {
      return false;
    }
    Computations.Key key =
        new Computations.Key(
            status.get().lastChange(),
            status.get().lastDay(),
            hotSpots.today(),
            settings.fingerprint()
                + circumstances.stamp()
                + boundaries.asOf().map(Object::toString).orElse(""));
    if (computations.done(key) || computations.failures(key) >= ATTEMPTS) {
      return false;
    }
    UUID id = computations.begin(key);
    try {
      compute(id, status.get());
      return true;
    } catch (RuntimeException e) {
      LOG.error("Computation {} of hot spots stopped", id, e);
      computations.fail(id, e.getClass().getSimpleName());
      return false;
    }
  }

  private void compute(UUID id, FeedStatus status) {
    long start = System.nanoTime();
    LocalDate day = status.lastDay();
    List<Shooting> history =
        Shooting.of(
            incidents.harms(access.forSystem(Capability.READ_INCIDENTS), FIRST, day.plusDays(1)));
    Ground ground = Ground.of(boundaries, settings.hexagon());
    if (!Computation.possible(ground, history, day, settings)) {
      computations.fail(id, "no incident with a place in the window");
      return;
    }
    List<IncidentFacts> facts =
        incidents.serious(
            access.forSystem(Capability.READ_INCIDENTS),
            day.minusDays(365 + 7L * settings.themeWeeks() + 7),
            day,
            null);
    Course course = new Course();
    Thread words = Thread.ofVirtual().start(() -> tell(id, course));
    try {
      compute(id, status, ground, history, facts, course, start);
    } finally {
      words.interrupt();
    }
  }

  private void compute(
      UUID id,
      FeedStatus status,
      Ground ground,
      List<Shooting> history,
      List<IncidentFacts> facts,
      Course course,
      long start) {
    LocalDate day = status.lastDay();
    Computation computation = new Computation(ground, history, day, settings, course);
    Findings findings =
        computation.findings(
            status.asOf(),
            weekStart,
            areas.all().stream().map(CommunityArea::number).toList(),
            facts,
            new Coded(circumstances.counting(true), circumstances.counting(false)),
            assets,
            computations.newest().map(kept -> kept.findings().alerts()).orElse(List.of()));
    transaction.executeWithoutResult(
        done -> {
          judge(id, computation, day);
          computations.finish(id, findings, (System.nanoTime() - start) / 1_000_000);
        });
    LOG.info("Hot spots as of {}: {} incidents, {} ms", day, findings.incidents(), millis(start));
  }

  /** Writes once a second how far it is, for the pages of all nodes. */
  private void tell(UUID id, Course course) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(SECOND);
        computations.tell(id, course.now());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (DataAccessException e) {
      LOG.info("How far computation {} is could not be written: {}", id, e.getMessage());
    }
  }

  /** Holds the known hot spots against the new map, and adds those it shows for the first time. */
  private void judge(UUID id, Computation computation, LocalDate day) {
    List<Hexagon> known = new ArrayList<>();
    for (HotSpot spot : store.all()) {
      int cell =
          spot.width() == settings.hexagon() ? computation.ground().indexOf(spot.middle()) : -1;
      if (spot.state().watched()) {
        boolean found = cell >= 0 && computation.heat().significant(cell);
        if (cell >= 0) {
          store.add(spot.id(), id, computation.evidence(cell));
        }
        if (again(spot, found)) {
          known.add(spot.middle());
        }
      } else if (spot.state() == HotSpotState.REJECTED && quiet(spot)) {
        known.add(spot.middle());
      }
    }
    for (int cell : computation.heat().peaks(known)) {
      Hexagon middle = computation.ground().cell(cell);
      UUID spot = store.add(middle, settings.hexagon(), computation.ground().area(cell), id, day);
      store.add(
          spot,
          new HotSpotStep(
              1,
              "FIND",
              null,
              HotSpotState.CANDIDATE.name(),
              "FOUND",
              null,
              null,
              null,
              "system",
              HotSpots.SYSTEM,
              clock.instant()));
      store.add(spot, id, computation.evidence(cell));
    }
  }

  /** The center's own step with a known hot spot; answers whether it is still watched. */
  private boolean again(HotSpot spot, boolean found) {
    switch (spot.state()) {
      case CANDIDATE -> {
        if (!found) {
          hotSpots.move(spot, HotSpotMove.RETRACT);
          return false;
        }
      }
      case CONFIRMED, ACTIVE -> {
        if (!found) {
          hotSpots.move(spot, HotSpotMove.COOL);
        }
      }
      case COOLING -> {
        if (found) {
          boolean planned = hotSpots.plan(spot).isPresent();
          hotSpots.move(spot, planned ? HotSpotMove.RETURN : HotSpotMove.REOPEN);
        } else if (restedSince(spot, settings.restDays())) {
          hotSpots.move(spot, HotSpotMove.REST);
          return false;
        }
      }
      case RETIRED, REJECTED -> {
        return false;
      }
    }
    return true;
  }

  private boolean quiet(HotSpot spot) {
    return !restedSince(spot, settings.quietDays());
  }

  private boolean restedSince(HotSpot spot, int days) {
    return store
        .steps(spot.id())
        .getFirst()
        .at()
        .plus(Duration.ofDays(days))
        .isBefore(clock.instant());
  }

  private static long millis(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
