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
    return parent;
  }

  /** Closes what was folded into a task when that is verified; each who asked is told. */
  void closeWith(ServiceTask parent, Worker worker, Instant now) {
    for (ServiceTask child : store.children(parent.id())) {
      Map<String, @Nullable Object> columns = new HashMap<>();
      columns.put("state", TaskState.VERIFIED.name());
      columns.put("verified_at", TaskStore.utc(now));
      store.change(child.id(), columns, now);
      store.step(
          child.id(),
          new Entry("CLOSE_WITH_PARENT", child.state(), TaskState.VERIFIED, worker.hand(), now),
          null,
          null,
          parent.code());
      told.closedWith(child, worker.account());
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
