package org.cscc.actions;

import java.util.EnumSet;
import java.util.Set;

/** How a commitment stands. */
public enum ActionState {
  /** Somebody thinks it should be done; nobody owes it. */
  PROPOSED,
  /** Given to an organization that has not said yes. */
  ASSIGNED,
  ACCEPTED,
  /** The organization said no and named a better way; the facilitator gives it to somebody else. */
  DECLINED,
  IN_PROGRESS,
  /** It waits for somebody else. */
  BLOCKED,
  /** The owner says that it is done; nobody else has looked. */
  DONE_CLAIMED,
  /** Somebody else saw that it is done. */
  VERIFIED,
  /** Somebody else saw that it is not. */
  REOPENED;

  private static final Set<ActionState> OWED =
      EnumSet.of(ASSIGNED, ACCEPTED, IN_PROGRESS, BLOCKED, REOPENED);
  private static final Set<ActionState> WORKED_ON = EnumSet.of(ACCEPTED, IN_PROGRESS, REOPENED);

  /** Whether an organization owes it now, so that the clock of escalation runs. */
  public boolean owed() {
    return OWED.contains(this);
  }

  /** Whether anything is still to be done about it by anybody. */
  public boolean open() {
    return this != VERIFIED;
  }

  static Set<ActionState> owedStates() {
    return EnumSet.copyOf(OWED);
  }

  static Set<ActionState> workedOn() {
    return EnumSet.copyOf(WORKED_ON);
  }
}
