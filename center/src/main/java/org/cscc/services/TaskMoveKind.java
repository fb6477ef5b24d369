package org.cscc.services;

import static org.cscc.access.Role.DEPARTMENT_LIAISON;
import static org.cscc.access.Role.DIRECTOR;
import static org.cscc.access.Role.FACILITATOR;
import static org.cscc.access.Role.REPRESENTATIVE;
import static org.cscc.services.TaskState.ACKNOWLEDGED;
import static org.cscc.services.TaskState.BLOCKED;
import static org.cscc.services.TaskState.COMPLETED;
import static org.cscc.services.TaskState.IN_PROGRESS;
import static org.cscc.services.TaskState.REJECTED;
import static org.cscc.services.TaskState.REOPENED;
import static org.cscc.services.TaskState.ROUTED;
import static org.cscc.services.TaskState.SCHEDULED;
import static org.cscc.services.TaskState.SUBMITTED;
import static org.cscc.services.TaskState.VERIFIED;

import java.util.Set;
import org.cscc.access.Role;
import org.cscc.ledger.MoveWord;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with a service that was asked for, by whom, from which states. What is not
 * listed here is refused; F4 and B2 of the design are the source.
 */
@SuppressWarnings("ImmutableEnumChecker") // every set in it is made once and not given away
enum TaskMoveKind {
  /** To another department than the one that its type names, or to one again after a no. */
  ROUTE(Side.TABLE, Set.of(FACILITATOR), Set.of(SUBMITTED, ROUTED, REJECTED), ROUTED),
  ACKNOWLEDGE(Side.DEPARTMENT, Set.of(DEPARTMENT_LIAISON), Set.of(ROUTED), ACKNOWLEDGED),
  REJECT(Side.DEPARTMENT, Set.of(DEPARTMENT_LIAISON), Set.of(ROUTED, ACKNOWLEDGED), REJECTED),
  SCHEDULE(
      Side.DEPARTMENT,
      Set.of(DEPARTMENT_LIAISON),
      Set.of(ACKNOWLEDGED, SCHEDULED, REOPENED),
      SCHEDULED),
  START(
      Side.DEPARTMENT,
      Set.of(DEPARTMENT_LIAISON),
      Set.of(ACKNOWLEDGED, SCHEDULED, REOPENED),
      IN_PROGRESS),
  BLOCK(
      Side.DEPARTMENT,
      Set.of(DEPARTMENT_LIAISON),
      Set.of(ACKNOWLEDGED, SCHEDULED, IN_PROGRESS, REOPENED),
      BLOCKED),
  UNBLOCK(Side.DEPARTMENT, Set.of(DEPARTMENT_LIAISON), Set.of(BLOCKED), ACKNOWLEDGED),
  COMPLETE(
      Side.DEPARTMENT,
      Set.of(DEPARTMENT_LIAISON),
      Set.of(ACKNOWLEDGED, SCHEDULED, IN_PROGRESS, REOPENED),
      COMPLETED),
  VERIFY(Side.SOMEBODY_ELSE, Set.of(REPRESENTATIVE, FACILITATOR), Set.of(COMPLETED), VERIFIED),
  /** Has looked, and it is not done: it is owed again. */
  FAIL(Side.SOMEBODY_ELSE, Set.of(REPRESENTATIVE, FACILITATOR), Set.of(COMPLETED), REOPENED),
  /** Folds it into another one about the same thing in the same place. */
  MERGE(
      Side.TABLE,
      Set.of(DEPARTMENT_LIAISON, FACILITATOR),
      Set.of(SUBMITTED, ROUTED, ACKNOWLEDGED, SCHEDULED, IN_PROGRESS, BLOCKED, REOPENED),
      null),
  /** Names another task that has to be done before. */
  NEED(
      Side.TABLE,
      Set.of(DEPARTMENT_LIAISON, FACILITATOR),
      Set.of(SUBMITTED, ROUTED, ACKNOWLEDGED, SCHEDULED, REOPENED),
      null),
  ESCALATE(Side.TABLE, Set.of(FACILITATOR, DIRECTOR), TaskState.owedStates(), null);

  /** On which side of the task one has to stand. */
  enum Side {
    /** In the department that answers for it. */
    DEPARTMENT,
    /** Within reach, and not in the department that answers for it. */
    SOMEBODY_ELSE,
    /** Within reach; a department's liaison only of the own department. */
    TABLE
  }

  private final Side side;
  private final Set<Role> roles;
  private final Set<TaskState> from;
  private final @Nullable TaskState to;

  TaskMoveKind(Side side, Set<Role> roles, Set<TaskState> from, @Nullable TaskState to) {
    this.side = side;
    this.roles = roles;
    this.from = from;
    this.to = to;
  }

  Side side() {
    return side;
  }

  boolean openTo(Role role) {
    return roles.contains(role);
  }

  boolean from(TaskState state) {
    return from.contains(state);
  }

  /** How it stands afterwards, when it stood so before. */
  TaskState to(TaskState before) {
    return to == null ? before : to;
  }

  /** The last word of its address. */
  public String word() {
    return MoveWord.of(this);
  }
}
