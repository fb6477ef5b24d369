package org.cscc.services;

import java.util.Optional;
import org.cscc.access.Role;
import org.cscc.kernel.Refused;
import org.cscc.kernel.Refused.Kind;

/**
 * Who may move what: the table of {@link TaskMoveKind}, asked in the order in which a person would
 * ask: may I do this at all, to this one, and now?
 */
final class TaskRules {
  /** Only a role of the table, on the right side of the task. */
  static final String WHO = "R-SERV-01";

  /** Only from the states that the table names. */
  static final String STATE = "R-SERV-02";

  /** Nobody verifies work of the own organization. */
  static final String OWN_WORK = "R-SERV-03";

  /** On a priority block who asked for it may see that it is not done, but not that it is. */
  static final String OWN_WISH = "R-SERV-04";

  /** Nothing is begun before what it waits for is done. */
  static final String WAITS = "R-SERV-05";

  /** One level at a time, three at most. */
  static final String LEVEL = "R-SERV-07";

  private TaskRules() {}

  /** What refuses the move; empty when nothing does. */
  static Optional<Refused> refusal(TaskMoveKind move, ServiceTask task, Worker worker) {
    if (!move.openTo(worker.role())) {
      return refused(Kind.FORBIDDEN, WHO, "services.refused.role");
    }
    Optional<Refused> side = side(move, task, worker);
    if (side.isPresent()) {
      return side;
    }
    String parent = task.parentCode();
    if (parent != null) {
      return refused(Kind.CONFLICT, STATE, "services.refused.merged", parent);
    }
    if (!move.from(task.state())) {
      return refused(Kind.CONFLICT, STATE, "services.refused.state." + task.state());
    }
    return now(move, task);
  }

  private static Optional<Refused> side(TaskMoveKind move, ServiceTask task, Worker worker) {
    return switch (move.side()) {
      case DEPARTMENT ->
          worker.answersFor(task)
              ? Optional.empty()
              : refused(Kind.FORBIDDEN, WHO, "services.refused.side");
      case TABLE ->
          worker.role() != Role.DEPARTMENT_LIAISON || worker.answersFor(task)
              ? Optional.empty()
              : refused(Kind.FORBIDDEN, WHO, "services.refused.side");
      case SOMEBODY_ELSE -> {
        if (worker.answersFor(task)) {
          yield refused(Kind.FORBIDDEN, OWN_WORK, "services.refused.own-work");
        }
        yield move == TaskMoveKind.VERIFY && ownWish(task, worker.account())
            ? refused(Kind.FORBIDDEN, OWN_WISH, "services.refused.own-wish")
            : Optional.empty();
      }
    };
  }

  /** Whether somebody's word alone is not enough that it is done. */
  static boolean ownWish(ServiceTask task, String account) {
    return task.priority() && task.requestedBy().equals(account);
  }

  private static Optional<Refused> now(TaskMoveKind move, ServiceTask task) {
    return switch (move) {
      case START, COMPLETE ->
          task.waitsFor().isEmpty()
              ? Optional.empty()
              : refused(
                  Kind.CONFLICT,
                  WAITS,
                  "services.refused.waits",
                  String.join(", ", task.waitsFor()));
      case ESCALATE ->
          task.level() < 3
              ? Optional.empty()
              : refused(Kind.CONFLICT, LEVEL, "services.refused.highest");
      default -> Optional.empty();
    };
  }

  private static Optional<Refused> refused(Kind kind, String rule, String key, Object... named) {
    return Optional.of(new Refused(kind, rule, key, named));
  }
}
