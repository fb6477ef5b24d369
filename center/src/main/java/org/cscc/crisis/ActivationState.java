package org.cscc.crisis;

import java.util.EnumSet;
import java.util.Set;

/** How far an activation is. */
enum ActivationState {
  /** Nobody could be called yet. */
  OPENED,
  NOTIFIED,
  /** At least one organization has answered for itself. */
  ACKNOWLEDGED,
  /** At least one is there. */
  DEPLOYED,
  STABILISING,
  STOOD_DOWN,
  /** What was learned is written down. */
  AFTER_ACTION;

  /** Whether clocks run. */
  public boolean open() {
    return this != STOOD_DOWN && this != AFTER_ACTION;
  }

  static Set<ActivationState> openStates() {
    return EnumSet.of(OPENED, NOTIFIED, ACKNOWLEDGED, DEPLOYED, STABILISING);
  }

  /** Whether it comes earlier in the course of an activation. */
  boolean before(ActivationState other) {
    return compareTo(other) < 0;
  }

  /** Key of its word. */
  public String key() {
    return "crisis.state." + name();
  }
}
