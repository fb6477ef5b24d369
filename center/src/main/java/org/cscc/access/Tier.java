package org.cscc.access;

/**
 * How guarded a record is. T4 (suspects, group membership, criminal history) has no constant: the
 * center does not hold it.
 */
public enum Tier {
  /** Public. */
  T0,
  /** Partners: facts of places and incidents. */
  T1,
  /** Inside the city. */
  T2,
  /** Survivors and applicants. */
  T3
}
