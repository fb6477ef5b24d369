package org.cscc.actions;

/** How soon something is due; how long that is stands in {@link Deadlines}. */
public enum Priority {
  /** Elapsed hours. */
  P1,
  /** Elapsed hours. */
  P2,
  /** Days at the same time of day. */
  P3,
  /** Days at the same time of day. */
  P4;

  /** Whether its time is counted in hours that pass, not in days. */
  boolean inHours() {
    return this == P1 || this == P2;
  }
}
