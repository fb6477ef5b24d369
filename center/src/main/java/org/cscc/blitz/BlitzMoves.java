package org.cscc.blitz;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Refused;
import org.cscc.kernel.SpokenCode;
import org.cscc.kernel.WallClock;
import org.cscc.ledger.Entry;
import org.cscc.services.ServiceBundles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries moves out: each changes the rows, adds to the history, and is noted in the trail. */
@Component
class BlitzMoves {
  private static final int LONGEST_NOTE = 200;
  private static final int MOST = 999;
  private static final int MOST_WALKERS = 99;

  private final BlitzStore store;
  private final BlitzHistory history;
  private final WalkStore walks;
  private final BlitzPlanning planning;
  private final BlitzTasks tasks;
  private final ReportWriter reports;
  private final BlitzTold told;
  private final AuditTrail trail;
  private final Clock clock;

  BlitzMoves(
      BlitzStore store,
      BlitzHistory history,
      WalkStore walks,
      BlitzPlanning planning,
      BlitzTasks tasks,
      ReportWriter reports,
      BlitzTold told,
      AuditTrail trail,
      Clock clock) {
    this.store = store;
    this.history = history;
    this.walks = walks;
    this.planning = planning;
    this.tasks = tasks;
    this.reports = reports;
    this.told = told;
    this.trail = trail;
    this.clock = clock;
  }

  /** What a move does beside the rows of its own. */
  private static final class Change {
    final Map<String, @Nullable Object> columns = new HashMap<>();
    @Nullable String reasonCode;
    @Nullable String detail;
  }

  /**
   * Moves a blitz, in the caller's transaction.
   *
   * @param version the one the person saw: of the blitz, or of the block that is walked
   * @param ground for moves that ask for services
   */
  BlitzMoved move(
      Mover mover,
      @Nullable UUID key,
      String code,
      int version,
      BlitzMove move,
      ServiceBundles.@Nullable Ground ground) {
    Instant now = clock.instant();
    Blitz blitz = store.lock(SpokenCode.normal(code)).orElseThrow(BlitzRules::unknown);
    if (!mover.reaches(blitz)) {
      throw BlitzRules.unknown();
    }
    if (!history.keys.take(key, mover.account(), now)) {
      return new BlitzMoved.Already(blitz);
    }
    List<Walked> walked = walks.walked(blitz.id());
    List<Finding> findings = walks.findings(blitz.id());
    Facts facts = Facts.of(WallClock.dayOf(now), blitz, walked, findings, walks.work(blitz.id()));
    Refused.raise(
        BlitzRules.refusal(move.kind(), blitz, mover, facts)
            .filter(refusal -> refusal.kind() == Refused.Kind.FORBIDDEN));
    if (stale(move, blitz, walked, version)) {
      return new BlitzMoved.Stale(blitz, history.steps(blitz.id()).getLast(), move);
    }
    Refused.raise(BlitzRules.refusal(move.kind(), blitz, mover, facts));
    carryOut(mover, blitz, findings, move, ground, now);
    history.keys.made(key, blitz.id());
    return new BlitzMoved.Done(store.byCode(blitz.code()).orElseThrow());
  }

  private static boolean stale(BlitzMove move, Blitz blitz, List<Walked> walked, int version) {
    return switch (move) {
      case BlitzMove.WalkBlock wish ->
          version != version(blitz, wish.block(), Walked.Look.FIRST, walked);
      case BlitzMove.Look wish ->
          version != version(blitz, wish.block(), Walked.Look.SECOND, walked);
      default -> move.kind().seesTheWhole() && version != blitz.version();
    };
  }

  /** How often a block was written down, which is the version of its form. */
  static int version(Blitz blitz, int block, Walked.Look look, List<Walked> walked) {
    String name = blitz.block(block).orElse("");
    return walked.stream()
        .filter(one -> one.look() == look && one.block().equals(name))
        .mapToInt(Walked::version)
        .findFirst()
        .orElse(0);
  }

  private void carryOut(
      Mover mover,
      Blitz blitz,
      List<Finding> findings,
      BlitzMove move,
      ServiceBundles.@Nullable Ground ground,
      Instant now) {
    Change change = new Change();
    String by = mover.account();
    switch (move) {
      case BlitzMove.WalkBlock wish -> change.detail = walkBlock(blitz, wish, by, now);
      case BlitzMove.Walk wish -> {
        if (wish.walkers() < 1 || wish.walkers() > MOST_WALKERS) {
          throw BlitzRules.unfit("blitz.refused.walkers", MOST_WALKERS);
        }
        change.columns.put("walkers", wish.walkers());
        change.detail = Integer.toString(findings.size());
        told.walked(blitz, by);
      }
      case BlitzMove.MakeTasks wish ->
          change.detail =
              Integer.toString(tasks.make(blitz, findings, wish.findings(), known(ground)));
      case BlitzMove.CallIn wish -> {
        if (blitz.part(wish.department()).isPresent()
            || !planning.active().contains(wish.department())) {
          throw BlitzRules.unfit("blitz.refused.department");
        }
        store.callIn(blitz.id(), wish.department(), by, now);
        change.detail = wish.department();
        told.calledIn(blitz, wish.department(), by);
      }
      case BlitzMove.Accept wish -> accept(mover, blitz, wish, change, now);
      case BlitzMove.Decline wish -> {
        answer(
            mover,
            blitz,
            new Part(mover.organization(), Part.State.NO, null, null, wish.code().name()),
            now);
        change.reasonCode = wish.code().name();
      }
      case BlitzMove.LetOut wish -> letOut(mover, blitz, wish, change, now);
      case BlitzMove.Do wish -> change.detail = did(mover, blitz, wish, now);
      case BlitzMove.Look wish -> change.detail = look(blitz, findings, wish, by, now);
      case BlitzMove.CallOff wish -> {
        change.columns.put("call_off_code", wish.code().name());
        change.reasonCode = wish.code().name();
        told.calledOff(blitz, by);
      }
      case BlitzMove.Plain plain ->
          plain(plain.kind(), mover, blitz, findings, ground, change, now);
    }
    BlitzState to = move.kind().to(blitz.state());
    change.columns.put("state", to.name());
    store.change(blitz.id(), change.columns, now);
    step(mover, blitz, move.kind().name(), to, change, now);
  }

  private void plain(
      BlitzMoveKind kind,
      Mover mover,
      Blitz blitz,
      List<Finding> findings,
      ServiceBundles.@Nullable Ground ground,
      Change change,
      Instant now) {
    switch (kind) {
      case SCHEDULE -> told.scheduled(blitz, mover.account());
      case REWALK -> change.detail = Integer.toString(tasks.again(blitz, findings, known(ground)));
      case REPORT -> reports.write(blitz, findings, mover.account(), now);
      case EXECUTE -> {
        // Its name says it: the days are over.
      }
      default -> throw new IllegalArgumentException(kind + " needs more than its name");
    }
  }

  private String walkBlock(Blitz blitz, BlitzMove.WalkBlock wish, String by, Instant now) {
    String block = block(blitz, wish.block());
    Map<String, BlitzMove.Counted> found = new HashMap<>();
    wish.found()
        .forEach(
            (type, counted) -> {
              if (!blitz.types().contains(type)
                  || counted.number() < 0
                  || counted.number() > MOST) {
                throw BlitzRules.unfit("blitz.refused.number", MOST);
              }
              String note = planning.note(counted.note(), LONGEST_NOTE);
              if (counted.number() > 0) {
                found.put(type, new BlitzMove.Counted(counted.number(), note));
              } else if (!note.isEmpty()) {
                throw BlitzRules.unfit("blitz.refused.note-without-number");
              }
            });
    walks.found(blitz.id(), block, found);
    walks.walk(blitz.id(), block, Walked.Look.FIRST, by, now);
    return block;
  }

  private void accept(Mover mover, Blitz blitz, BlitzMove.Accept wish, Change change, Instant now) {
    LocalDate on = wish.on();
    if (on == null
        || on.isBefore(blitz.firstDay())
        || on.isAfter(blitz.lastDay())
        || on.isBefore(WallClock.dayOf(now))) {
      throw new Refused(
          Refused.Kind.INVALID,
          BlitzRules.DAYS,
          "blitz.refused.day",
          blitz.firstDay(),
          blitz.lastDay());
    }
    String order = planning.order(wish.order());
    answer(mover, blitz, new Part(mover.organization(), Part.State.YES, on, order, null), now);
    change.detail = on.toString();
  }

  /** An answer is for itself only; the last one is told to who planned it. */
  private void answer(Mover mover, Blitz blitz, Part answer, Instant now) {
    store.answer(blitz.id(), answer, mover.account(), now);
    answered(blitz, answer.department(), mover.account());
  }

  private void answered(Blitz blitz, String department, String by) {
    if (blitz.unanswered().equals(List.of(department))) {
      told.answered(blitz, by);
    }
  }

  private void letOut(Mover mover, Blitz blitz, BlitzMove.LetOut wish, Change change, Instant now) {
    if (blitz.part(wish.department()).isEmpty()) {
      throw BlitzRules.unfit("blitz.refused.department");
    }
    store.answer(
        blitz.id(),
        new Part(wish.department(), Part.State.LET_OUT, null, null, wish.code().name()),
        mover.account(),
        now);
    change.reasonCode = wish.code().name();
    change.detail = wish.department();
    told.letOut(blitz, wish.department(), mover.account());
  }

  private String did(Mover mover, Blitz blitz, BlitzMove.Do wish, Instant now) {
    String block = block(blitz, wish.block());
    wish.done()
        .forEach(
            (type, number) -> {
              if (!blitz.types().contains(type) || number < 0 || number > MOST) {
                throw BlitzRules.unfit("blitz.refused.number", MOST);
              }
              walks.done(
                  blitz.id(),
                  new Work(block, type, mover.organization(), number, mover.account()),
                  now);
            });
    return block;
  }

  private String look(
      Blitz blitz, List<Finding> findings, BlitzMove.Look wish, String by, Instant now) {
    String block = block(blitz, wish.block());
    List<Finding> here = findings.stream().filter(one -> one.block().equals(block)).toList();
    Set<String> types =
        here.stream().map(Finding::type).collect(Collectors.toCollection(TreeSet::new));
    if (!wish.seen().keySet().equals(types)) {
      throw BlitzRules.unfit("blitz.refused.look");
    }
    for (Finding one : here) {
      BlitzMove.Seen seen = wish.seen().get(one.type());
      if (seen == null
          || (seen.verdict() == Verdict.FIXED) != (seen.remaining() == 0)
          || seen.remaining() < 0
          || seen.remaining() > MOST) {
        throw BlitzRules.unfit("blitz.refused.remaining", MOST);
      }
      walks.seen(one.id(), seen);
    }
    walks.walk(blitz.id(), block, Walked.Look.SECOND, by, now);
    return block;
  }

  private static String block(Blitz blitz, int number) {
    return blitz.block(number).orElseThrow(BlitzRules::unknown);
  }

  private static ServiceBundles.Ground known(ServiceBundles.@Nullable Ground ground) {
    if (ground == null) {
      throw new IllegalStateException("The list of priority blocks is read before");
    }
    return ground;
  }

  private void step(
      Mover mover, Blitz blitz, String move, BlitzState to, Change change, Instant now) {
    history.step(
        blitz.id(),
        new Entry(move, blitz.state(), to, mover.hand(), now),
        change.reasonCode,
        change.detail);
    trail.note(
        AuditNote.change(
            Deed.CHANGE, "blitz", blitz.code(), blitz.state().name(), move + " " + to));
  }
}
