package org.cscc.tabletops;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.actions.ActionItem;
import org.cscc.actions.Actions;
import org.cscc.actions.Move;
import org.cscc.actions.Origin;
import org.cscc.actions.Pillar;
import org.cscc.actions.Priority;
import org.cscc.actions.Proposal;
import org.cscc.actions.Verb;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Refused;
import org.cscc.kernel.Refused.Kind;
import org.cscc.kernel.SpokenCode;
import org.cscc.kernel.WallClock;
import org.cscc.ledger.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries moves out: each changes the rows, adds to the history, and is noted in the trail. */
@Component
class ExerciseMoves {
  static final int LONGEST_FINDING = 300;
  static final int LONGEST_REASON = 400;
  private static final int SHORTEST = 3;
  private static final int MOST_HEADS = 99;

  /** Offices are open then, and the day is still whole. */
  private static final LocalTime END_OF_DAY = LocalTime.of(17, 0);

  private final ExerciseStore store;
  private final FindingStore findings;
  private final ExercisePlanning planning;
  private final ExerciseTimes times;
  private final ExerciseTold told;
  private final Actions actions;
  private final Access access;
  private final AuditTrail trail;
  private final Clock clock;

  ExerciseMoves(
      ExerciseStore store,
      FindingStore findings,
      ExercisePlanning planning,
      ExerciseTimes times,
      ExerciseTold told,
      Actions actions,
      Access access,
      AuditTrail trail,
      Clock clock) {
    this.store = store;
    this.findings = findings;
    this.planning = planning;
    this.times = times;
    this.told = told;
    this.actions = actions;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
  }

  /** What a move does beside the rows of its own. */
  private static final class Change {
    final Map<String, @Nullable Object> columns = new HashMap<>();
    @Nullable String detail;
  }

  /**
   * Moves an exercise, in the caller's transaction.
   *
   * @param version the one the person saw
   */
  ExerciseMoved move(Mover mover, @Nullable UUID key, String code, int version, ExerciseMove move) {
    Instant now = clock.instant();
    Exercise exercise = store.lock(SpokenCode.normal(code)).orElseThrow(ExerciseRules::unknown);
    if (!mover.reaches(exercise)) {
      throw ExerciseRules.unknown();
    }
    if (!store.keys.take(key, mover.account(), now)) {
      return new ExerciseMoved.Already(exercise);
    }
    Refused.raise(
        ExerciseRules.refusal(move.kind(), exercise, mover, now)
            .filter(refusal -> refusal.kind() == Kind.FORBIDDEN));
    if (move.kind().seesTheWhole() && version != exercise.version()) {
      return new ExerciseMoved.Stale(exercise, store.steps(exercise.id()).getLast(), move);
    }
    Refused.raise(ExerciseRules.refusal(move.kind(), exercise, mover, now));
    Change change = new Change();
    carryOut(exercise, move, change, now);
    ExerciseState to = move.kind().to(exercise.state());
    change.columns.put("state", to.name());
    store.change(exercise.id(), change.columns, now);
    store.step(
        exercise.id(),
        new Entry(move.kind().name(), exercise.state(), to, mover.hand(), now),
        change.detail);
    store.keys.made(key, exercise.id());
    trail.note(
        AuditNote.change(
            Deed.CHANGE,
            "tabletop",
            exercise.code(),
            exercise.state().name(),
            move.kind() + " " + to));
    Exercise after = store.byCode(exercise.code()).orElseThrow();
    tell(exercise, after, move, mover.account());
    return new ExerciseMoved.Done(after);
  }

  private void tell(Exercise before, Exercise after, ExerciseMove move, String by) {
    if (move instanceof ExerciseMove.Edit) {
      told.edited(before, after, by);
    } else if (move instanceof ExerciseMove.Cancel) {
      told.cancelled(after, by);
    }
  }

  private void carryOut(Exercise exercise, ExerciseMove move, Change change, Instant now) {
    switch (move) {
      case ExerciseMove.Edit edit -> edit(exercise, edit.wish(), change);
      case ExerciseMove.Hold wish -> {
        change.detail = hold(exercise, wish);
        // From the hour of the exercise: whoever says later that it was held has no more time.
        Instant due = times.due(exercise.startsAt().toInstant());
        change.columns.put("report_due", ExerciseStore.utc(due));
      }
      case ExerciseMove.Find wish -> {
        change.detail = find(exercise, wish);
        change.columns.put("none_because", null);
      }
      case ExerciseMove.TakeBack wish -> {
        Finding finding = finding(exercise, wish.finding());
        if (exercise.state() == ExerciseState.DEBRIEFED && exercise.findings() == 1) {
          throw new Refused(Kind.CONFLICT, ExerciseRules.FOUND, "tabletops.refused.last-finding");
        }
        findings.remove(finding.id());
        change.detail = Integer.toString(finding.position());
      }
      case ExerciseMove.Debrief wish -> debrief(exercise, wish.none(), change);
      case ExerciseMove.Owe wish -> change.detail = owe(exercise, wish, now);
      case ExerciseMove.AnswerNo wish -> {
        Finding gap = gap(exercise, wish.finding());
        if (wish.code() == null) {
          throw new Refused(Kind.INVALID, ExerciseRules.GAPS, "tabletops.refused.no-code");
        }
        String because = reason("because", wish.because(), "tabletops.refused.because");
        findings.answeredNo(gap.id(), wish.code(), because, now);
        change.detail = Integer.toString(gap.position());
      }
      case ExerciseMove.Close wish -> change.columns.put("closed_at", ExerciseStore.utc(now));
      case ExerciseMove.Cancel wish ->
          change.columns.put(
              "cancel_reason", reason("reason", wish.reason(), "tabletops.refused.reason"));
    }
  }

  private void edit(Exercise exercise, PlanWish wish, Change change) {
    change.columns.put("title", wish.title());
    change.columns.put("teams", wish.teams().toArray(String[]::new));
    change.columns.put("area", wish.area());
    Instant starts =
        WallClock.at(Objects.requireNonNull(wish.day()), Objects.requireNonNull(wish.time()));
    change.columns.put("starts_at", ExerciseStore.utc(starts));
    change.columns.put("place", wish.place());
    change.columns.put("objectives", wish.objectives());
    change.columns.put("organizations", wish.organizations().toArray(String[]::new));
    store.scenes(exercise.id(), wish.scenes());
  }

  /** Keeps who came; how many heads there were, and what was told instead of a real block. */
  private String hold(Exercise exercise, ExerciseMove.Hold wish) {
    Map<String, Integer> present = wish.present();
    boolean counted =
        present.values().stream().allMatch(heads -> heads >= 1 && heads <= MOST_HEADS);
    if (present.isEmpty() || !counted || !planning.active().containsAll(present.keySet())) {
      throw ExerciseRules.unfit("tabletops.refused.present", MOST_HEADS);
    }
    String instead =
        wish.instead().isBlank()
            ? ""
            : "; " + reason("instead", wish.instead(), "tabletops.refused.instead");
    findings.present(exercise.id(), present);
    return present.values().stream().mapToInt(Integer::intValue).sum() + instead;
  }

  private String find(Exercise exercise, ExerciseMove.Find wish) {
    Part part = wish.part();
    FindingKind kind = wish.what();
    if (part == null || kind == null) {
      throw ExerciseRules.unfit("tabletops.refused.finding", SHORTEST, LONGEST_FINDING);
    }
    String about = wish.organization().strip();
    if (!about.isEmpty() && !planning.active().contains(about)) {
      throw ExerciseRules.unfit("tabletops.refused.organization");
    }
    String said =
        planning.text("said", wish.said(), Integer.MAX_VALUE, "tabletops.refused.finding");
    if (said.length() < SHORTEST || said.length() > LONGEST_FINDING) {
      throw ExerciseRules.unfit("tabletops.refused.finding", SHORTEST, LONGEST_FINDING);
    }
    return Integer.toString(
        findings.add(exercise.id(), part, kind, said, about.isEmpty() ? null : about));
  }

  private void debrief(Exercise exercise, String none, Change change) {
    if (exercise.findings() == 0) {
      if (none.isBlank()) {
        throw new Refused(Kind.CONFLICT, ExerciseRules.FOUND, "tabletops.refused.nothing-found");
      }
      change.columns.put("none_because", reason("none", none, "tabletops.refused.none"));
    } else if (!none.isBlank()) {
      throw new Refused(Kind.INVALID, ExerciseRules.FOUND, "tabletops.refused.none-and-some");
    }
  }

  /** The gap becomes an item of one organization, one account of it, with a day. */
  private String owe(Exercise exercise, ExerciseMove.Owe wish, Instant now) {
    Finding gap = gap(exercise, wish.finding());
    ActionItem item =
        actions.promise(
            access.require(Capability.PROPOSE_ACTIONS),
            null,
            new Proposal(
                wish.title(),
                wish.verb() == null ? Verb.OTHER : wish.verb(),
                Pillar.CRISIS_RESPONSE,
                wish.priority() == null ? Priority.P4 : wish.priority(),
                "T1",
                exercise.area(),
                null,
                exercise.lead(),
                Origin.TABLETOP,
                exercise.code(),
                wish.organization()),
            new Move.Assign(
                wish.organization(),
                wish.account(),
                wish.due() == null ? null : WallClock.at(wish.due(), END_OF_DAY),
                List.of()));
    findings.owed(gap.id(), item.code(), now);
    return item.code();
  }

  private Finding finding(Exercise exercise, @Nullable UUID id) {
    Finding finding = findings.one(exercise.id(), id).orElseThrow(ExerciseRules::unknown);
    if (finding.gap() && !finding.undecided()) {
      throw new Refused(Kind.CONFLICT, ExerciseRules.GAPS, "tabletops.refused.decided");
    }
    return finding;
  }

  private Finding gap(Exercise exercise, @Nullable UUID id) {
    Finding finding = finding(exercise, id);
    if (!finding.gap()) {
      throw new Refused(Kind.INVALID, ExerciseRules.GAPS, "tabletops.refused.strength");
    }
    return finding;
  }

  private String reason(String field, String written, String refused) {
    String fit = planning.text(field, written, LONGEST_REASON, refused);
    if (fit.length() < SHORTEST) {
      throw ExerciseRules.unfit(refused, LONGEST_REASON);
    }
    return fit;
  }
}
