package org.cscc.home;

/** What a home holds. Demo and real data never share one. */
public enum HomeKind {
  /** Nothing yet. */
  EMPTY,
  /** The synthetic city. */
  DEMO,
  /** Real data: no synthetic row may enter. */
  REAL
}
