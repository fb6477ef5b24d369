package org.cscc.crisis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cscc.directory.OnCallList;
import org.cscc.directory.OnCallTurn;
import org.cscc.incidents.IncidentFacts;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Refused;
import org.cscc.kernel.SpokenCode;
import org.cscc.ledger.Entry;
import org.cscc.ledger.Hand;
import org.cscc.places.Areas;
import org.cscc.places.Block;
import org.cscc.places.Blocks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens activations, by rule or by hand, and calls who is on call; one incident has one. */
@Component
class CrisisOpening {
  /** A call by hand is about something that just happened. */
  private static final Duration OLDEST = Duration.ofDays(7);

  private static final int LONGEST = 400;

  private final CrisisStore store;
  private final CrisisMoves moves;
  private final CrisisCalls calls;
  private final CrisisTold told;
  private final OnCallList onCall;
  private final Areas areas;
  private final AuditTrail trail;
  private final Clocks clocks;
  private final Clock clock;

  CrisisOpening(
      CrisisStore store,
      CrisisMoves moves,
      CrisisCalls calls,
      CrisisTold told,
      OnCallList onCall,
      Areas areas,
      AuditTrail trail,
      Clocks clocks,
      Clock clock) {
    this.store = store;
    this.moves = moves;
    this.calls = calls;
    this.told = told;
    this.onCall = onCall;
    this.areas = areas;
    this.trail = trail;
    this.clocks = clocks;
    this.clock = clock;
  }

  /** Opens what a rule opens; joins what was called by hand for the same place and time. */
  void byRule(IncidentFacts incident, List<Reason> reasons, Instant now) {
    Integer area = incident.area();
    if (area == null) {
      return; // without a place nobody can be sent
    }
    Optional<Activation> called = called(incident, area);
    if (called.isPresent()) {
      Activation activation = store.lock(called.get().code()).orElseThrow();
      moves.join(activation, incident.id(), now);
      reasons.forEach(reason -> moves.because(activation, reason, now));
      return;
    }
    if (!reasons.isEmpty()) {
      open(
          new CrisisStore.Beginning(
              UUID.randomUUID(),
              SpokenCode.next(),
              incident.id(),
              area,
              incident.block(),
              incident.occurredAt(),
              incident.firstSeenAt(),
              "system",
              ""),
          reasons,
          now);
    }
  }

  private Optional<Activation> called(IncidentFacts incident, int area) {
    return store.withoutIncident(
        area,
        incident.block(),
        incident.occurredAt().minus(clocks.same()),
        incident.occurredAt().plus(clocks.same()));
  }

  /**
   * What whoever is on duty says.
   *
   * @param incident null when the feed does not know of it yet
   * @param another whether it was said to be another event than those that are open there
   */
  record Call(
      @Nullable IncidentFacts incident,
      int area,
      String block,
      @Nullable Instant occurredAt,
      String why,
      boolean another) {}

  /**
   * Opens an activation by hand, in the caller's transaction; that of the same incident when there
   * is one already. When one is open that may be about the same, whoever opens looks at it first:
   * two activations of one event would be two hands who do not know of each other.
   *
   * @throws Refused R-CRISIS-09 for a place or time that is none, R-CRISIS-03 out of reach
   */
  Opened byHand(Mover mover, @Nullable UUID key, Call call) {
    Instant now = clock.instant();
    if (!store.keys.take(key, mover.account(), now)) {
      return new Opened.Made(store.byKey(key, mover.account()).orElseThrow(CrisisMoves::unknown));
    }
    IncidentFacts incident = call.incident();
    if (incident != null) {
      Optional<Activation> there = store.byIncident(incident.id());
      if (there.isPresent()) {
        store.keys.made(key, there.get().id());
        return new Opened.Made(there.get());
      }
    }
    CrisisStore.Beginning beginning = beginning(mover, call, incident, now);
    if (!mover.reach().reachesArea(beginning.area())) {
      throw new Refused(Refused.Kind.FORBIDDEN, CrisisRules.OWN, "crisis.refused.area");
    }
    if (!call.another()) {
      store.oneOpeningAtATime(beginning.area());
      List<Activation> alike =
          store.openAlike(
              beginning.area(),
              beginning.block(),
              beginning.occurredAt().minus(clocks.same()),
              beginning.occurredAt().plus(clocks.same()));
      if (!alike.isEmpty()) {
        return new Opened.Alike(alike);
      }
    }
    Activation made =
        open(beginning, List.of(new Reason(Reason.Kind.CALLED, null, now, null)), now);
    store.keys.made(key, made.id());
    return new Opened.Made(made);
  }

  private CrisisStore.Beginning beginning(
      Mover mover, Call call, @Nullable IncidentFacts incident, Instant now) {
    String why = moves.words("why", call.why(), LONGEST);
    Integer area = incident == null ? Integer.valueOf(call.area()) : incident.area();
    Instant at = incident == null ? call.occurredAt() : incident.occurredAt();
    Block block = Blocks.normalise(call.block());
    if (area == null
        || areas.byNumber(area).isEmpty()
        || at == null
        || at.isAfter(now)
        || (incident == null && at.isBefore(now.minus(OLDEST)))
        || (incident == null && !call.block().isBlank() && !block.known())) {
      throw new Refused(Refused.Kind.INVALID, CrisisMoves.FORM, "crisis.refused.place");
    }
    String place = incident != null ? incident.block() : block.known() ? block.canonical() : null;
    return new CrisisStore.Beginning(
        UUID.randomUUID(),
        SpokenCode.next(),
        incident == null ? null : incident.id(),
        area,
        place,
        at,
        now,
        mover.account(),
        why);
  }

  private Activation open(CrisisStore.Beginning beginning, List<Reason> reasons, Instant now) {
    if (!store.add(beginning, clocks, now)) {
      return store
          .byIncident(Objects.requireNonNull(beginning.incident()))
          .orElseThrow(CrisisMoves::unknown);
    }
    reasons.forEach(reason -> store.reason(beginning.id(), reason));
    Hand opener = new Hand(beginning.by(), "system".equals(beginning.by()) ? "RULE" : "DUTY", "");
    store.step(
        beginning.id(),
        new Entry("OPEN", null, ActivationState.OPENED, opener, now),
        null,
        null,
        null);
    trail.note(
        AuditNote.change(
            Deed.CREATE, "activation", beginning.code(), null, String.valueOf(beginning.area())));
    Activation opened = store.byCode(beginning.code()).orElseThrow();
    told.opened(opened);
    Map<String, Party.Duty> first = onCall(beginning.area(), now);
    if (first.isEmpty()) {
      told.nobody(opened);
    } else {
      calls.first(opened, first, now);
    }
    return store.byCode(beginning.code()).orElseThrow();
  }

  /** Who is on call for an area now, and for what; the back-ups wait. */
  private Map<String, Party.Duty> onCall(int area, Instant now) {
    Map<String, Party.Duty> first = new LinkedHashMap<>();
    for (OnCallTurn turn : onCall.between(now, now)) {
      Integer of = turn.area();
      if (!turn.backUp() && of != null && of == area) {
        // One organization that has both turns is called once, for survivors first.
        if (turn.duty() == OnCallTurn.Duty.VICTIM_SERVICES) {
          first.put(turn.organization(), Party.Duty.VICTIM_SERVICES);
        } else {
          first.putIfAbsent(turn.organization(), Party.Duty.OUTREACH);
        }
      }
    }
    return first;
  }
}
