package org.cscc.services;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How a service that was asked for stands. */
public enum TaskState {
  /** Asked for; no department answers for it yet. */
  SUBMITTED,
  /** With a department that has not said yes. */
  ROUTED,
  /** The department does it. */
  ACKNOWLEDGED,
  /** It has a day and a crew. */
  SCHEDULED,
  IN_PROGRESS,
  /** It waits for another organization. */
  BLOCKED,
  /** The department says that it is done; nobody else has looked. */
  COMPLETED,
  /** Somebody else saw that it is done. */
  VERIFIED,
  /** Somebody else saw that it is not. */
  REOPENED,
  /** The department does not do it, and says why. */
  REJECTED;

  private static final Set<TaskState> OWED =
      EnumSet.of(ROUTED, ACKNOWLEDGED, SCHEDULED, IN_PROGRESS, BLOCKED, REOPENED);

  /** Whether a department owes it now, so that the clock of escalation runs. */
  public boolean owed() {
    return OWED.contains(this);
  }

  /** Whether something is still to be done about it by the one who does it. */
  public boolean open() {
    return owed() || this == SUBMITTED;
  }

  static Set<TaskState> owedStates() {
    return EnumSet.copyOf(OWED);
  }

  /** Key of the word, such as {@code services.state.in-progress}. */
  public String key() {
    return "services.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
