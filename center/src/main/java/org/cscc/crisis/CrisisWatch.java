package org.cscc.crisis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.incidents.FeedStatus;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.Incidents;
import org.cscc.kernel.WallClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at the incidents whenever they say something new: opens what a rule opens, notes what
 * became worse, and takes back what turned out untrue. One node looks at a time; the row that says
 * what was looked at last is written with what came of it, or not at all.
 */
@Component
class CrisisWatch {
  /** A reason can turn out untrue this long after. */
  private static final int FOLLOWED_DAYS = 60;

  private final JdbcClient jdbc;
  private final CrisisStore store;
  private final CrisisMoves moves;
  private final CrisisOpening opening;
  private final Triggers triggers;
  private final Incidents incidents;
  private final Teams teams;
  private final Access access;
  private final Clocks clocks;
  private final TransactionTemplate transaction;
  private final Clock clock;

  CrisisWatch(
      JdbcClient jdbc,
      CrisisStore store,
      CrisisMoves moves,
      CrisisOpening opening,
      Triggers triggers,
      Incidents incidents,
      Teams teams,
      Access access,
      Clocks clocks,
      TransactionTemplate transaction,
      Clock clock) {
    this.jdbc = jdbc;
    this.store = store;
    this.moves = moves;
    this.opening = opening;
    this.triggers = triggers;
    this.incidents = incidents;
    this.teams = teams;
    this.access = access;
    this.clocks = clocks;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Looks once; without news it is two short statements. */
  void run() {
    transaction.executeWithoutResult(
        status -> {
          UUID newest = incidents.latest().map(FeedStatus::lastChange).orElse(null);
          if (newest == null || !take(newest)) {
            return;
          }
          Instant now = clock.instant();
          follow(now);
          open(now);
        });
  }

  /** Whether this node looks, and what it looks at is news. */
  private boolean take(UUID newest) {
    return jdbc.sql(
                """
                update crisis.looked set last_change = :newest
                where single in (select w.single from crisis.looked w for update skip locked)
                  and last_change is distinct from :newest
                """)
            .param("newest", newest)
            .update()
        == 1;
  }

  private void open(Instant now) {
    Set<Integer> areas = new HashSet<>();
    teams.all().stream().map(Team::areaNumbers).forEach(areas::addAll);
    LocalDate today = WallClock.dayOf(now);
    LocalDate from = WallClock.dayOf(now.minus(clocks.lookBack()));
    List<IncidentFacts> fresh =
        incidents.serious(access.forSystem(Capability.READ_INCIDENTS), from, today, areas);
    Set<UUID> answered = store.answered(fresh.stream().map(IncidentFacts::id).toList());
    for (IncidentFacts incident : fresh) {
      if (!answered.contains(incident.id())) {
        opening.byRule(incident, triggers.of(incident, now), now);
      }
    }
  }

  private void follow(Instant now) {
    List<Activation> followed = store.followed(now.minus(Duration.ofDays(FOLLOWED_DAYS)));
    if (followed.isEmpty()) {
      return;
    }
    Map<UUID, IncidentFacts> known = known(followed, now);
    for (Activation activation : followed) {
      IncidentFacts incident = known.get(Objects.requireNonNull(activation.incident()));
      List<Reason> holding =
          incident == null || !incident.state().counted() ? List.of() : triggers.of(incident, now);
      compare(activation, holding, now);
    }
  }

  private Map<UUID, IncidentFacts> known(List<Activation> followed, Instant now) {
    Decision reading = access.forSystem(Capability.READ_INCIDENTS);
    LocalDate from =
        followed.stream()
            .map(activation -> WallClock.dayOf(activation.occurredAt()).minusDays(1))
            .min(LocalDate::compareTo)
            .orElseThrow();
    Map<UUID, IncidentFacts> known = new HashMap<>();
    for (IncidentFacts incident : incidents.serious(reading, from, WallClock.dayOf(now), null)) {
      known.put(incident.id(), incident);
    }
    return known;
  }

  private void compare(Activation seen, List<Reason> holding, Instant now) {
    if (!differs(seen, holding)) {
      return;
    }
    Activation activation = store.lock(seen.code()).orElseThrow();
    Set<Reason.Kind> kinds = kinds(holding);
    Set<Reason.Kind> standing = new HashSet<>();
    List<Reason> untrue = new ArrayList<>();
    for (Reason reason : activation.reasons()) {
      if (reason.holds()
          && (reason.kind() == Reason.Kind.CALLED || kinds.contains(reason.kind()))) {
        standing.add(reason.kind());
      } else if (reason.holds()) {
        untrue.add(reason);
      }
    }
    for (Reason reason : holding) {
      if (activation.state().open() && standing.add(reason.kind())) {
        moves.because(activation, reason, now);
      }
    }
    if (!untrue.isEmpty()) {
      moves.retract(activation, untrue, standing.isEmpty(), now);
    }
  }

  private static boolean differs(Activation activation, List<Reason> holding) {
    Set<Reason.Kind> now = kinds(holding);
    Set<Reason.Kind> before = new HashSet<>();
    for (Reason reason : activation.reasons()) {
      if (reason.holds() && reason.kind() != Reason.Kind.CALLED) {
        before.add(reason.kind());
      }
    }
    return activation.state().open() ? !now.equals(before) : !now.containsAll(before);
  }

  private static Set<Reason.Kind> kinds(List<Reason> reasons) {
    Set<Reason.Kind> kinds = new HashSet<>();
    reasons.forEach(reason -> kinds.add(reason.kind()));
    return kinds;
  }
}
