package org.cscc.actions;

import static org.cscc.access.Role.ADVOCATE;
import static org.cscc.access.Role.ANALYST;
import static org.cscc.access.Role.DEPARTMENT_LIAISON;
import static org.cscc.access.Role.DIRECTOR;
import static org.cscc.access.Role.FACILITATOR;
import static org.cscc.access.Role.OUTREACH;
import static org.cscc.access.Role.POLICE_LIAISON;
import static org.cscc.access.Role.REPRESENTATIVE;
import static org.cscc.actions.ActionState.ACCEPTED;
import static org.cscc.actions.ActionState.ASSIGNED;
import static org.cscc.actions.ActionState.BLOCKED;
import static org.cscc.actions.ActionState.DECLINED;
import static org.cscc.actions.ActionState.DONE_CLAIMED;
import static org.cscc.actions.ActionState.IN_PROGRESS;
import static org.cscc.actions.ActionState.PROPOSED;
import static org.cscc.actions.ActionState.REOPENED;
import static org.cscc.actions.ActionState.VERIFIED;

import java.util.Set;
import org.cscc.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with a commitment, by whom, from which states. What is not listed here is
 * refused; B2 of the design is the source.
 */
@SuppressWarnings("ImmutableEnumChecker") // every set in it is made by Set.of
public enum MoveKind {
  ASSIGN(Side.TABLE, Set.of(FACILITATOR, REPRESENTATIVE), Set.of(PROPOSED), ASSIGNED),
  /** To somebody else: after a no, or because who owed it has left. */
  REASSIGN(
      Side.TABLE,
      Set.of(FACILITATOR),
      Set.of(DECLINED, ASSIGNED, ACCEPTED, IN_PROGRESS, BLOCKED, REOPENED),
      ASSIGNED),
  ACCEPT(Side.OWNER, owners(), Set.of(ASSIGNED), ACCEPTED),
  DECLINE(Side.OWNER, owners(), Set.of(ASSIGNED), DECLINED),
  START(Side.OWNER, owners(), Set.of(ACCEPTED, REOPENED), IN_PROGRESS),
  BLOCK(Side.OWNER, owners(), ActionState.workedOn(), BLOCKED),
  UNBLOCK(Side.OWNER, owners(), Set.of(BLOCKED), IN_PROGRESS),
  CLAIM(Side.OWNER, owners(), ActionState.workedOn(), DONE_CLAIMED),
  VERIFY(Side.SOMEBODY_ELSE, Set.of(FACILITATOR, REPRESENTATIVE), Set.of(DONE_CLAIMED), VERIFIED),
  REOPEN(Side.SOMEBODY_ELSE, Set.of(FACILITATOR, REPRESENTATIVE), Set.of(DONE_CLAIMED), REOPENED),
  /** Opens a claim that nobody looked at in time for another look. */
  SAMPLE(Side.TABLE, Set.of(ANALYST), Set.of(DONE_CLAIMED), DONE_CLAIMED),
  ESCALATE(Side.TABLE, Set.of(FACILITATOR, DIRECTOR), ActionState.owedStates(), null),
  /** Folds it into another one about the same thing in the same place. */
  MERGE(
      Side.TABLE,
      Set.of(FACILITATOR, DEPARTMENT_LIAISON),
      Set.of(PROPOSED, ASSIGNED, ACCEPTED, DECLINED, IN_PROGRESS, BLOCKED, REOPENED),
      null);

  /** On which side of the commitment one has to stand. */
  enum Side {
    /** In the organization that owes it. */
    OWNER,
    /** At the table, within reach of the place, and not in the organization that owes it. */
    SOMEBODY_ELSE,
    /** At the table, within reach. */
    TABLE
  }

  private final Side side;
  private final Set<Role> roles;
  private final Set<ActionState> from;
  private final @Nullable ActionState to;

  MoveKind(Side side, Set<Role> roles, Set<ActionState> from, @Nullable ActionState to) {
    this.side = side;
    this.roles = roles;
    this.from = from;
    this.to = to;
  }

  private static Set<Role> owners() {
    return Set.of(DEPARTMENT_LIAISON, OUTREACH, ADVOCATE, POLICE_LIAISON);
  }

  Side side() {
    return side;
  }

  boolean openTo(Role role) {
    return roles.contains(role);
  }

  boolean from(ActionState state) {
    return from.contains(state);
  }

  /** How it stands afterwards, when it stood so before. */
  ActionState to(ActionState before) {
    return to == null ? before : to;
  }
}
