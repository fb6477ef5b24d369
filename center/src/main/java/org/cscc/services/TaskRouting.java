package org.cscc.services;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cscc.directory.Organization;
import org.cscc.directory.Organizations;
import org.cscc.kernel.Refused;
import org.cscc.kernel.WallClock;
import org.springframework.stereotype.Component;

/** Which department has a task, and by when: what it rises by is counted from there. */
@Component
class TaskRouting {
  private final TaskStore store;
  private final ServiceTypes types;
  private final TaskDeadlines deadlines;
  private final Organizations organizations;

  TaskRouting(
      TaskStore store, ServiceTypes types, TaskDeadlines deadlines, Organizations organizations) {
    this.store = store;
    this.types = types;
    this.deadlines = deadlines;
    this.organizations = organizations;
  }

  /**
   * Gives a task to a department. Another one than before has not had its days yet, so they are
   * counted anew; the one that said no keeps its day, and rises from today at the earliest.
   */
  void give(ServiceTask task, String department, TaskMoves.Change change, Instant now) {
    route(task, department, change);
    if (task.department() != null && !task.with(department)) {
      anew(task, change, now);
    } else {
      LocalDate due = task.dueOn();
      start(task.state() == TaskState.REJECTED ? later(due, WallClock.dayOf(now)) : due, change);
    }
  }

  /** Gives a task to its department again, when the season begins for which it waited. */
  void resume(ServiceTask task, TaskMoves.Change change, Instant now) {
    route(task, String.valueOf(task.department()), change);
    anew(task, change, now);
  }

  /** The promised day stands; what it rises by is counted anew from a look. */
  void look(ServiceTask task, TaskMoves.Change change, Instant now) {
    start(later(task.dueOn(), WallClock.dayOf(now)), change);
  }

  /** Nobody owes it any more. */
  static void stop(TaskMoves.Change change) {
    change.columns.put("first_at", null);
    change.columns.put("second_at", null);
    change.columns.put("third_at", null);
  }

  /** Whether an organization can answer for something. */
  boolean active(String organization) {
    return organizations.all().stream().map(Organization::code).anyMatch(organization::equals);
  }

  private void route(ServiceTask task, String department, TaskMoves.Change change) {
    if (!active(department)) {
      throw new Refused(
          Refused.Kind.INVALID,
          TaskMoves.ONE_DEPARTMENT,
          "services.refused.department",
          department);
    }
    Set<String> passed = task.passed().stream().collect(Collectors.toCollection(TreeSet::new));
    if (task.department() != null && !task.with(department)) {
      passed.add(task.department());
    }
    change.columns.put("department", department);
    change.columns.put("passed", passed.toArray(String[]::new));
    change.columns.put("reason_code", null);
    change.columns.put("resume_on", null);
    change.columns.put("acknowledged_at", null);
    change.detail = department;
    store.letSee(task.id(), department);
    store.childrenGoTo(task.id(), department);
  }

  /** New days and no level; the day that was promised stays in the history. */
  private void anew(ServiceTask task, TaskMoves.Change change, Instant now) {
    ServiceType type = types.byCode(task.type()).orElseThrow();
    LocalDate due = later(task.dueOn(), deadlines.due(type, task.priority(), now));
    if (!due.equals(task.dueOn())) {
      change.dayBefore = task.dueOn();
    }
    change.columns.put("due_on", due);
    change.columns.put("level", 0);
    start(due, change);
  }

  private void start(LocalDate due, TaskMoves.Change change) {
    change.columns.put("first_at", TaskStore.utc(deadlines.rises(due, 1)));
    change.columns.put("second_at", TaskStore.utc(deadlines.rises(due, 2)));
    change.columns.put("third_at", TaskStore.utc(deadlines.rises(due, 3)));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? other : one;
  }
}
