package org.cscc.services;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.FreeText;
import org.cscc.kernel.Refused;
import org.cscc.kernel.SpokenCode;
import org.cscc.kernel.WallClock;
import org.cscc.ledger.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries moves out: each changes the row, adds to the history, and is noted in the trail. */
@Component
class TaskMoves {
  /** There is no such task, or none within reach. */
  static final String UNKNOWN = "R-SERV-06";

  /** A reason that can be read, somebody who can help. */
  static final String WORDS = "R-SERV-08";

  /** R-COO-01: one accountable department. */
  static final String ONE_DEPARTMENT = "R-COO-01";

  /** R-COO-04: a photo or the crew's code, and one of so many is looked at. */
  static final String SHOWN = "R-COO-04";

  private static final int ONE_OF = 5;
  private static final int SHORTEST = 3;
  private static final int LONGEST = 400;

  private final TaskStore store;
  private final ServiceTypes types;
  private final TaskDeadlines deadlines;
  private final TaskDuplicates duplicates;
  private final TaskRouting routing;
  private final FreeText freeText;
  private final TaskTold told;
  private final AuditTrail trail;
  private final Clock clock;

  TaskMoves(
      TaskStore store,
      ServiceTypes types,
      TaskDeadlines deadlines,
      TaskDuplicates duplicates,
      TaskRouting routing,
      FreeText freeText,
      TaskTold told,
      AuditTrail trail,
      Clock clock) {
    this.store = store;
    this.types = types;
    this.deadlines = deadlines;
    this.duplicates = duplicates;
    this.routing = routing;
    this.freeText = freeText;
    this.told = told;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Moves a task, in the caller's transaction.
   *
   * @param version the one the person saw
   * @param waiting departments with something open that can not be done before this one
   */
  TaskMoved move(
      Worker worker,
      @Nullable UUID key,
      String code,
      int version,
      TaskMove move,
      Set<String> waiting) {
    return move(
        worker,
        key,
        code,
        version,
        move,
        (task, change) -> told.moved(task, move, change, worker, waiting));
  }

  /** The same for who tells of many moves at once. */
  TaskMoved moveUntold(Worker worker, @Nullable UUID key, String code, int version, TaskMove move) {
    return move(worker, key, code, version, move, (task, change) -> {});
  }

  private TaskMoved move(
      Worker worker,
      @Nullable UUID key,
      String code,
      int version,
      TaskMove move,
      BiConsumer<ServiceTask, Change> telling) {
    Instant now = clock.instant();
    ServiceTask task = store.lock(SpokenCode.normal(code)).orElseThrow(TaskMoves::unknown);
    if (!worker.reaches(task)) {
      throw unknown();
    }
    if (!store.keys.take(key, worker.account(), now)) {
      return new TaskMoved.Already(task);
    }
    if (task.version() != version) {
      return new TaskMoved.Stale(task, store.steps(task.id()).getLast(), move);
    }
    Refused.raise(TaskRules.refusal(move.kind(), task, worker));
    Change change = change(worker, task, move, now);
    carryOut(worker, task, change, now);
    telling.accept(task, change);
    store.keys.made(key, task.id());
    return new TaskMoved.Done(store.byCode(task.code()).orElseThrow());
  }

  /** What a move does. */
  static final class Change {
    final String move;
    final Map<String, @Nullable Object> columns = new HashMap<>();
    TaskState to;
    @Nullable String reasonCode;
    @Nullable String reason;
    @Nullable String detail;
    List<Shown> shown = List.of();

    /** The last day that stood before this move; null when it stands. */
    @Nullable LocalDate dayBefore;

    Change(String move, TaskState to) {
      this.move = move;
      this.to = to;
    }
  }

  private void carryOut(Worker worker, ServiceTask task, Change change, Instant now) {
    change.columns.put("state", change.to.name());
    store.change(task.id(), change.columns, now);
    store.step(
        task.id(),
        new Entry(change.move, task.state(), change.to, worker.hand(), now),
        change.reasonCode,
        change.reason,
        change.detail);
    store.evidence(task.id(), change.shown, worker.account(), now);
    if (change.dayBefore != null) {
      store.step(
          task.id(),
          new Entry("NEW_DAY", change.to, change.to, worker.hand(), now),
          null,
          null,
          change.dayBefore.toString());
    }
    if (change.to == TaskState.VERIFIED || change.to == TaskState.REJECTED) {
      ServiceTask closed = store.byCode(task.code()).orElseThrow();
      duplicates.closeWith(closed, change.reason, worker, now);
    } else if (task.state() == TaskState.REJECTED) {
      duplicates.goOnWith(task, change.to, worker, now);
    }
    trail.note(
        AuditNote.change(
            Deed.CHANGE,
            "service-task",
            task.code(),
            task.state().name(),
            change.move + " " + change.to));
  }

  private Change change(Worker worker, ServiceTask task, TaskMove move, Instant now) {
    Change change = new Change(move.kind().name(), move.kind().to(task.state()));
    switch (move) {
      case TaskMove.Plain plain -> plain(plain.kind(), change, now);
      case TaskMove.Route wish -> {
        change.reason = words("reason", wish.reason());
        routing.give(task, wish.department(), change, now);
      }
      case TaskMove.Reject wish -> reject(task, wish, change, now);
      case TaskMove.Schedule wish -> schedule(wish, change, now);
      case TaskMove.Block wish -> {
        change.reason = words("needs", wish.needs());
        change.detail = other(task, wish.unblocks());
        change.columns.put("blocked_on", wish.unblocks());
      }
      case TaskMove.Complete wish -> complete(task, wish, change, now);
      case TaskMove.Verify wish -> {
        change.shown = shown(wish.shown());
        change.columns.put("verified_at", TaskStore.utc(now));
      }
      case TaskMove.Fail wish -> {
        change.reason = words("reason", wish.reason());
        change.shown = shown(wish.shown());
        change.columns.put("completed_at", null);
        change.columns.put("recheck_on", null);
        change.columns.put("reopened", task.reopened() + 1);
        routing.look(task, change, now);
      }
      case TaskMove.Merge wish -> {
        ServiceTask parent = duplicates.parent(worker, task, wish.parent());
        change.columns.put("parent", parent.id());
        change.detail = parent.code();
        duplicates.fold(task, parent);
      }
      case TaskMove.Need wish -> change.detail = duplicates.need(worker, task, wish.task(), now);
      case TaskMove.Escalate wish -> {
        change.reason = words("reason", wish.reason());
        change.detail = "L" + (task.level() + 1);
        change.columns.put("level", task.level() + 1);
        store.escalation(task.id(), task.level() + 1, worker, change.reason, now);
      }
    }
    return change;
  }

  private static void plain(TaskMoveKind kind, Change change, Instant now) {
    if (kind == TaskMoveKind.ACKNOWLEDGE) {
      change.columns.put("acknowledged_at", TaskStore.utc(now));
    } else if (kind == TaskMoveKind.UNBLOCK) {
      change.columns.put("blocked_on", null);
    }
  }

  /**
   * What the center does with what was asked for: it goes to the department of its type, which is
   * told by whoever knows how much was asked for at once.
   */
  void routeByType(Worker system, ServiceTask task, ServiceType type, Instant now) {
    Change change = new Change(TaskMoveKind.ROUTE.name(), TaskState.ROUTED);
    routing.give(task, type.department(), change, now);
    carryOut(system, task, change, now);
  }

  /** What the center does when the season begins in which a department said it can be done. */
  void resume(Worker system, ServiceTask task, Instant now) {
    Change change = new Change(TaskMoveKind.ROUTE.name(), TaskState.ROUTED);
    change.reasonCode = "SEASON";
    routing.resume(task, change, now);
    carryOut(system, task, change, now);
    told.routed(task, String.valueOf(task.department()));
  }

  private void reject(ServiceTask task, TaskMove.Reject wish, Change change, Instant now) {
    change.reasonCode = wish.code().name();
    change.reason = words("reason", wish.reason());
    if (wish.code() == RejectCode.WRONG_DEPARTMENT) {
      String department = wish.department() == null ? "" : wish.department();
      if (task.with(department)) {
        throw new Refused(
            Refused.Kind.INVALID, ONE_DEPARTMENT, "services.refused.department", department);
      }
      routing.give(task, department, change, now);
      change.to = TaskState.ROUTED;
      return;
    }
    if (wish.code() == RejectCode.SEASONAL) {
      boolean seasonal = types.byCode(task.type()).orElseThrow().seasonal();
      LocalDate resume = wish.resumeOn();
      if (!seasonal || resume == null || !resume.isAfter(WallClock.dayOf(now))) {
        throw new Refused(Refused.Kind.INVALID, WORDS, "services.refused.season");
      }
      change.columns.put("resume_on", resume);
      change.detail = resume.toString();
    }
    change.columns.put("reason_code", wish.code().name());
    TaskRouting.stop(change);
  }

  /** Times only go on: no day before today. */
  private void schedule(TaskMove.Schedule wish, Change change, Instant now) {
    if (wish.on() == null || wish.on().isBefore(WallClock.dayOf(now))) {
      throw new Refused(Refused.Kind.INVALID, WORDS, "services.refused.day");
    }
    String crew = freeText.fit("crew", wish.crew());
    change.columns.put("scheduled_on", wish.on());
    change.columns.put("work_order", crew.isEmpty() ? null : crew);
    change.detail = wish.on() + (crew.isEmpty() ? "" : " " + crew);
  }

  private void complete(ServiceTask task, TaskMove.Complete wish, Change change, Instant now) {
    change.shown = shown(wish.shown());
    boolean proved = change.shown.stream().anyMatch(one -> one.kind() != Shown.Kind.NOTE);
    if (task.priority() && !proved) {
      throw new Refused(Refused.Kind.INVALID, SHOWN, "services.refused.shown");
    }
    change.columns.put("completed_at", TaskStore.utc(now));
    change.columns.put("recheck_on", deadlines.recheckOn(now));
    // Every task of a priority block, and of the others the first and then one of five.
    change.columns.put(
        "sampled",
        task.priority() || store.completions(String.valueOf(task.department())) % ONE_OF == 0);
  }

  private String other(ServiceTask task, String organization) {
    if (!routing.active(organization) || task.with(organization)) {
      throw new Refused(Refused.Kind.INVALID, WORDS, "services.refused.unblocks");
    }
    return organization;
  }

  private List<Shown> shown(List<Shown> shown) {
    List<Shown> fit = new ArrayList<>();
    for (Shown one : shown) {
      fit.add(one.said() == null ? one : new Shown(one.kind(), words("said", one.said()), null));
    }
    return fit;
  }

  private String words(String field, String written) {
    String fit = freeText.fit(field, written);
    if (fit.length() < SHORTEST || fit.length() > LONGEST) {
      throw new Refused(
          Refused.Kind.INVALID, WORDS, "services.refused.words." + field, SHORTEST, LONGEST);
    }
    return fit;
  }

  static Refused unknown() {
    return new Refused(Refused.Kind.NOT_FOUND, UNKNOWN, "services.refused.unknown");
  }
}
