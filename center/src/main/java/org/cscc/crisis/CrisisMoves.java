package org.cscc.crisis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.kernel.FreeText;
import org.cscc.kernel.Refused;
import org.cscc.kernel.SpokenCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries moves out: each changes the rows, adds to what happened, and is noted in the trail. */
@Component
class CrisisMoves {
  /** There is no such activation, or none within reach. */
  static final String UNKNOWN = "R-CRISIS-07";

  /** Words that can be read. */
  static final String WORDS = "R-CRISIS-08";

  /** A value that the form offers. */
  static final String FORM = "R-CRISIS-09";

  private static final int SHORTEST = 3;
  private static final int LONGEST = 400;
  private static final int LONGEST_LESSON = 1000;
  private static final int LONGEST_LINE = 300;
  private static final Duration PLANNED_AHEAD = Duration.ofDays(3);

  private final CrisisStore store;
  private final CrisisCalls calls;
  private final CrisisLog log;
  private final FreeText freeText;
  private final CrisisTold told;
  private final Clocks clocks;
  private final Clock clock;

  CrisisMoves(
      CrisisStore store,
      CrisisCalls calls,
      CrisisLog log,
      FreeText freeText,
      CrisisTold told,
      Clocks clocks,
      Clock clock) {
    this.store = store;
    this.calls = calls;
    this.log = log;
    this.freeText = freeText;
    this.told = told;
    this.clocks = clocks;
    this.clock = clock;
  }

  /**
   * Moves an activation, in the caller's transaction.
   *
   * @param version the one the person saw; what an organization says of itself is true whatever
   *     others did meanwhile, so that its moves ask for none
   */
  CrisisMoved move(Mover mover, @Nullable UUID key, String code, int version, CrisisMove move) {
    Instant now = clock.instant();
    Activation activation = store.lock(SpokenCode.normal(code)).orElseThrow(CrisisMoves::unknown);
    if (!mover.reaches(activation)) {
      throw unknown();
    }
    if (!store.keys.take(key, mover.account(), now)) {
      return new CrisisMoved.Already(activation);
    }
    if (!move.kind().ofParty() && activation.version() != version) {
      return new CrisisMoved.Stale(activation, store.steps(activation.id()).getLast(), move);
    }
    Refused.raise(CrisisRules.refusal(move.kind(), activation, mover));
    carryOut(mover, activation, move, now);
    store.keys.made(key, activation.id());
    return new CrisisMoved.Done(store.byCode(activation.code()).orElseThrow());
  }

  private void carryOut(Mover mover, Activation activation, CrisisMove move, Instant now) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    CrisisMoveKind kind = move.kind();
    ActivationState to = kind.to(activation.state());
    String organization = kind.ofParty() ? mover.organization() : null;
    String reason = null;
    String detail = null;
    switch (move) {
      case CrisisMove.Call call -> {
        calls.byHand(activation, call.organization(), call.duty(), now);
        organization = call.organization();
        detail = call.duty().name();
        if (activation.state() == ActivationState.OPENED) {
          to = ActivationState.NOTIFIED;
          columns.put("notified_at", CrisisStore.utc(now));
        }
      }
      case CrisisMove.Unable unable -> {
        party(activation, mover, Map.of("state", "UNABLE", "unable_code", unable.code().name()));
        detail = unable.code().name();
      }
      case CrisisMove.Planned plan -> {
        store.plan(activation.id(), fit(plan.lines(), now), mover.account(), now);
        columns.put("planned_at", CrisisStore.utc(now));
      }
      case CrisisMove.Learned lesson -> {
        store.lesson(
            activation.id(),
            new CrisisMove.Learned(
                words("strengths", lesson.strengths(), LONGEST_LESSON),
                words("to-improve", lesson.toImprove(), LONGEST_LESSON),
                words("next-steps", lesson.nextSteps(), LONGEST_LESSON)),
            mover.account(),
            now);
        columns.put("reviewed_at", CrisisStore.utc(now));
      }
      case CrisisMove.Because because -> {
        reason = words("reason", because.reason(), LONGEST);
        columns.put("doubted", false);
        if (kind == CrisisMoveKind.STAND_DOWN) {
          standDown(activation, columns, now);
        }
      }
      case CrisisMove.Plain plain -> plain(plain.kind(), activation, mover, columns, now);
    }
    columns.put("state", to.name());
    store.change(activation.id(), columns, now);
    log.byHand(mover, activation, kind.name(), to, organization, reason, detail, now);
    if (kind == CrisisMoveKind.UNABLE) {
      calls.unable(activation, mover.organization(), now);
    }
  }

  private void plain(
      CrisisMoveKind kind,
      Activation activation,
      Mover mover,
      Map<String, @Nullable Object> columns,
      Instant now) {
    Object at = CrisisStore.utc(now);
    Party party = activation.party(mover.organization()).orElse(null);
    switch (kind) {
      case ACKNOWLEDGE -> {
        Map<String, @Nullable Object> own = new HashMap<>();
        own.put("state", "ACKNOWLEDGED");
        own.put("acknowledged_at", at);
        if (party != null && party.duty() != Party.Duty.DEPARTMENT) {
          own.put("deploy_by", CrisisStore.utc(now.plus(clocks.deploy())));
        }
        party(activation, mover, own);
        first(columns, "acknowledged_at", at, activation.state(), ActivationState.ACKNOWLEDGED);
      }
      case DEPLOY -> {
        party(activation, mover, Map.of("state", "DEPLOYED", "deployed_at", at));
        first(columns, "deployed_at", at, activation.state(), ActivationState.DEPLOYED);
      }
      case CONTACT -> {
        party(activation, mover, Map.of("contact_at", at));
        if (activation.contactAt() == null) {
          columns.put("contact_at", at);
        }
      }
      case LEAVE -> party(activation, mover, Map.of("state", "LEFT", "left_at", at));
      case CALL, UNABLE, PLAN, STABILISE, KEEP, STAND_DOWN, LESSONS -> {
        // Stabilising is a word of whoever leads it; the others bring more than their name.
      }
    }
  }

  /** The first organization that is so far is how far the activation is. */
  private static void first(
      Map<String, @Nullable Object> columns,
      String column,
      Object at,
      ActivationState before,
      ActivationState reached) {
    if (before.before(reached)) {
      columns.put(column, at);
    }
  }

  private void party(
      Activation activation, Mover mover, Map<String, ? extends @Nullable Object> columns) {
    store.changeParty(activation.id(), mover.organization(), columns);
  }

  /**
   * Takes a reason back. The last one ends the activation when nobody is out; when somebody is,
   * whoever leads it decides: people are being helped.
   */
  void retract(Activation activation, List<Reason> untrue, boolean last, Instant now) {
    untrue.forEach(reason -> store.strike(activation.id(), reason, now));
    Map<String, @Nullable Object> columns = new HashMap<>();
    ActivationState to = activation.state();
    if (last) {
      columns.put("retracted_at", CrisisStore.utc(now));
      if (to.open() && activation.out()) {
        columns.put("doubted", true);
      } else if (to.open()) {
        to = ActivationState.STOOD_DOWN;
        standDown(activation, columns, now);
      }
    }
    columns.put("state", to.name());
    store.change(activation.id(), columns, now);
    String kinds =
        untrue.stream().map(reason -> reason.kind().name()).collect(Collectors.joining(","));
    log.bySystem(activation, "RETRACT", to, null, kinds, now);
    told.retracted(activation, last, columns.containsKey("doubted"));
  }

  /** Notes another reason, such as that a person has died since. */
  void because(Activation activation, Reason reason, Instant now) {
    store.reason(activation.id(), reason);
    store.change(activation.id(), Map.of(), now);
    log.bySystem(activation, "REASON", activation.state(), null, reason.kind().name(), now);
  }

  /** Joins what was called by hand with the incident that the feed tells of. */
  void join(Activation activation, UUID incident, Instant now) {
    store.change(activation.id(), Map.of("incident", incident), now);
    log.bySystem(activation, "JOIN", activation.state(), null, null, now);
  }

  private void standDown(
      Activation activation, Map<String, @Nullable Object> columns, Instant now) {
    columns.put("stood_down_at", CrisisStore.utc(now));
    columns.put("lessons_by", CrisisStore.utc(now.plus(clocks.lessons())));
    told.stoodDown(activation);
  }

  private List<PlanLine> fit(List<PlanLine> lines, Instant now) {
    Set<String> active = calls.active();
    List<PlanLine> fit = new ArrayList<>();
    for (PlanLine line : lines) {
      if (!active.contains(line.organization())
          || !line.from().isBefore(line.until())
          || line.until().isBefore(now)
          || line.until().isAfter(now.plus(PLANNED_AHEAD))) {
        throw new Refused(
            Refused.Kind.INVALID,
            FORM,
            "crisis.refused.line",
            fit.size() + 1,
            PLANNED_AHEAD.toDays());
      }
      String said = line.said().isBlank() ? "" : freeText.fit("said", line.said());
      if (said.length() > LONGEST_LINE) {
        throw new Refused(
            Refused.Kind.INVALID, WORDS, "crisis.refused.words.said", 0, LONGEST_LINE);
      }
      fit.add(new PlanLine(line.kind(), line.organization(), line.from(), line.until(), said));
    }
    if (fit.isEmpty()) {
      throw new Refused(Refused.Kind.INVALID, FORM, "crisis.refused.no-line");
    }
    return fit;
  }

  /** A person's own words, when they may be kept. */
  String words(String field, String written, int longest) {
    String fit = freeText.fit(field, written);
    if (fit.length() < SHORTEST || fit.length() > longest) {
      throw new Refused(
          Refused.Kind.INVALID, WORDS, "crisis.refused.words." + field, SHORTEST, longest);
    }
    return fit;
  }

  static Refused unknown() {
    return new Refused(Refused.Kind.NOT_FOUND, UNKNOWN, "crisis.refused.unknown");
  }
}
