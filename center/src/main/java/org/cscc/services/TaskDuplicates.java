package org.cscc.services;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.cscc.kernel.Refused;
import org.cscc.kernel.SpokenCode;
import org.cscc.ledger.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How tasks hang together. R-COO-03: a duplicate is linked to the one that stays and closes with
 * it. And what has to be done before: nothing waits for itself, over however many between.
 */
@Component
class TaskDuplicates {
  static final String RULE = "R-COO-03";

  private final TaskStore store;
  private final TaskTold told;

  TaskDuplicates(TaskStore store, TaskTold told) {
    this.store = store;
    this.told = told;
  }

  /** The one that stays, when the other may be folded into it. */
  ServiceTask parent(Worker worker, ServiceTask child, String code) {
    ServiceTask parent = other(worker, code);
    if (parent.id().equals(child.id())
        || parent.parentCode() != null
        || !parent.state().open()
        || !parent.type().equals(child.type())
        || parent.area() != child.area()
        || !parent.block().equals(child.block())) {
      throw new Refused(Refused.Kind.CONFLICT, RULE, "services.refused.no-duplicate");
    }
    if (!store.children(child.id()).isEmpty()) {
      throw new Refused(Refused.Kind.CONFLICT, RULE, "services.refused.has-duplicates");
    }
    // Folded in, the other one would wait for itself.
    if (store.waits(parent.id(), child.id())) {
      throw new Refused(Refused.Kind.CONFLICT, TaskRules.WAITS, "services.refused.circle");
    }
    return parent;
  }

  /** What is folded in goes with the one that stays: one department, and who waits waits for it. */
  void fold(ServiceTask child, ServiceTask parent) {
    store.letSeeInstead(child.id(), parent.id());
    if (parent.department() != null) {
      store.goTo(child.id(), parent.department());
    }
  }

  /**
   * Closes what was folded into a task together with it, for the same reason; each who asked is
   * told.
   *
   * @param closed as it stands now
   * @param reason in words, when the department says no
   */
  void closeWith(ServiceTask closed, @Nullable String reason, Worker worker, Instant now) {
    for (ServiceTask child : store.children(closed.id())) {
      Map<String, @Nullable Object> columns = new HashMap<>();
      columns.put("state", closed.state().name());
      columns.put("reason_code", closed.reasonCode());
      columns.put("resume_on", closed.resumeOn());
      if (closed.state() == TaskState.VERIFIED) {
        columns.put("verified_at", TaskStore.utc(now));
      }
      store.change(child.id(), columns, now);
      store.step(
          child.id(),
          new Entry("CLOSE_WITH_PARENT", child.state(), closed.state(), worker.hand(), now),
          closed.reasonCode(),
          reason,
          closed.code());
      told.closedWith(child, closed.state(), worker.account());
    }
  }

  /** What was turned down together with a task goes on with it. */
  void goOnWith(ServiceTask parent, TaskState to, Worker worker, Instant now) {
    for (ServiceTask child : store.children(parent.id())) {
      if (child.state() == TaskState.REJECTED) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("state", to.name());
        columns.put("reason_code", null);
        columns.put("resume_on", null);
        store.change(child.id(), columns, now);
        store.step(
            child.id(),
            new Entry("GO_ON_WITH_PARENT", child.state(), to, worker.hand(), now),
            null,
            null,
            parent.code());
      }
    }
  }

  /**
   * Names what has to be done before.
   *
   * @return its code
   */
  String need(Worker worker, ServiceTask task, String code, Instant now) {
    ServiceTask before = other(worker, code);
    if (before.id().equals(task.id())
        || !before.state().open()
        || before.parentCode() != null
        || store.waits(before.id(), task.id())
        || !store.need(task.id(), before.id(), worker.account(), now)) {
      throw new Refused(Refused.Kind.CONFLICT, TaskRules.WAITS, "services.refused.need");
    }
    if (task.department() != null) {
      store.letSee(task.id(), task.department());
    }
    return before.code();
  }

  private ServiceTask other(Worker worker, String code) {
    ServiceTask other = store.lock(SpokenCode.normal(code)).orElseThrow(TaskMoves::unknown);
    if (!worker.reaches(other)) {
      throw TaskMoves.unknown();
    }
    return other;
  }
}
