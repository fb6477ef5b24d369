package org.cscc.tabletops;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.access.SignedIn;
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
import org.springframework.transaction.support.TransactionOperations;

/** Where exercises are planned and moved. */
@Component
class ExerciseDesk {
  private final ExerciseStore store;
  private final ExercisePlanning planning;
  private final Fiction fiction;
  private final ExerciseTimes times;
  private final ExerciseMoves moves;
  private final ExerciseTold told;
  private final AuditTrail trail;
  private final Access access;
  private final TransactionOperations transactions;
  private final Clock clock;

  ExerciseDesk(
      ExerciseStore store,
      ExercisePlanning planning,
      Fiction fiction,
      ExerciseTimes times,
      ExerciseMoves moves,
      ExerciseTold told,
      AuditTrail trail,
      Access access,
      TransactionOperations transactions,
      Clock clock) {
    this.store = store;
    this.planning = planning;
    this.fiction = fiction;
    this.times = times;
    this.moves = moves;
    this.told = told;
    this.trail = trail;
    this.access = access;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Plans an exercise and asks its guests.
   *
   * @param key of the form, so that it is done once; null when there is none
   * @throws Refused R-ENG-05 when the story is not made up
   */
  Exercise plan(Decision decision, @Nullable UUID key, PlanWish written) {
    decision.about(Capability.PLAN_TABLETOPS);
    Mover mover = mover(access.require(Capability.READ_TABLETOPS));
    PlanWish wish = checked(mover, written);
    return done(transactions.execute(status -> plan(mover, key, wish)));
  }

  private Exercise plan(Mover mover, @Nullable UUID key, PlanWish wish) {
    Instant now = clock.instant();
    if (key != null && !store.keys.take(key, mover.account(), now)) {
      return store.byKey(key, mover.account()).orElseThrow(ExerciseRules::unknown);
    }
    UUID id = UUID.randomUUID();
    String code = SpokenCode.next();
    Instant starts =
        WallClock.at(Objects.requireNonNull(wish.day()), Objects.requireNonNull(wish.time()));
    store.add(id, code, wish, starts, mover, now);
    store.step(id, new Entry("PLAN", null, ExerciseState.PLANNED, mover.hand(), now), null);
    store.keys.made(key, id);
    trail.note(AuditNote.change(Deed.CREATE, "tabletop", code, null, wish.title()));
    Exercise made = store.byCode(code).orElseThrow();
    told.planned(made, mover.account());
    return made;
  }

  /** Changes the plan of an exercise that was not held. */
  ExerciseMoved edit(
      Decision decision, @Nullable UUID key, String code, int version, PlanWish written) {
    Mover mover = mover(decision.about(Capability.READ_TABLETOPS));
    Exercise exercise =
        store
            .byCode(SpokenCode.normal(code))
            .filter(mover::reaches)
            .orElseThrow(ExerciseRules::unknown);
    Refused.raise(ExerciseRules.refusal(ExerciseMoveKind.EDIT, exercise, mover, clock.instant()));
    return move(decision, key, code, version, new ExerciseMove.Edit(checked(mover, written)));
  }

  /** The plan as it is kept: its form fits, its lead is whoever plans, its story is made up. */
  private PlanWish checked(Mover mover, PlanWish written) {
    Instant now = clock.instant();
    PlanWish wish = planning.fit(written, now);
    if (mover.role() != Role.DIRECTOR
        && wish.teams().stream().noneMatch(mover.reach().teams()::contains)) {
      throw new Refused(Kind.FORBIDDEN, ExerciseRules.WHO, "tabletops.refused.own-team");
    }
    fiction.check(wish, planning.areas(wish.teams()), WallClock.dayOf(now));
    return wish;
  }

  /** Moves an exercise; what was not done leaves nothing behind. */
  ExerciseMoved move(
      Decision decision, @Nullable UUID key, String code, int version, ExerciseMove move) {
    Mover mover = mover(decision.about(Capability.READ_TABLETOPS));
    if (move instanceof ExerciseMove.Hold hold && hold.instead().isBlank()) {
      stillMadeUp(mover, code);
    }
    return done(
        transactions.execute(
            status -> {
              ExerciseMoved moved = moves.move(mover, key, code, version, move);
              if (!(moved instanceof ExerciseMoved.Done)) {
                status.setRollbackOnly(); // the key was not used
              }
              return moved;
            }));
  }

  /**
   * R-ENG-05 on the day itself: what was made up when it was planned may have happened since.
   *
   * @throws Refused when the story names such a block, and nobody says what was told instead
   */
  private void stillMadeUp(Mover mover, String code) {
    Exercise exercise = store.byCode(SpokenCode.normal(code)).filter(mover::reaches).orElse(null);
    if (exercise == null
        || ExerciseRules.refusal(ExerciseMoveKind.HOLD, exercise, mover, clock.instant())
            .isPresent()) {
      return; // the move itself says so
    }
    List<String> real = real(exercise);
    if (!real.isEmpty()) {
      throw new Refused(
          Kind.CONFLICT,
          ExerciseRules.FICTION,
          "tabletops.refused.real",
          String.join("; ", real),
          times.fictionMonths());
    }
  }

  /**
   * Blocks that the story of an exercise names and on which something happened before its day was
   * over; to be asked before a transaction.
   */
  List<String> real(Exercise exercise) {
    Instant now = clock.instant();
    Instant until = exercise.begun(now) ? exercise.startsAt().toInstant() : now;
    return fiction.real(
        exercise.title(),
        exercise.objectives(),
        store.scenesOf(exercise.id()),
        planning.areas(exercise.teams()),
        WallClock.dayOf(until));
  }

  /** Who is asking. */
  Mover mover(Decision decision) {
    Optional<SignedIn> person = access.signedIn();
    return person
        .map(one -> new Mover(one.name(), one.role(), one.organization(), decision))
        .orElseGet(() -> new Mover("system", Role.DIRECTOR, "", decision));
  }

  private static <T> T done(@Nullable T made) {
    if (made == null) {
      throw new IllegalStateException("The transaction gave nothing back");
    }
    return made;
  }
}
