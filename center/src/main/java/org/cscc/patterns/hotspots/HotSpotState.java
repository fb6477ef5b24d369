package org.cscc.patterns.hotspots;

import java.util.Locale;

/** Where a hot spot stands. */
enum HotSpotState {
  /** Computed; nobody who knows the place has said anything yet. */
  CANDIDATE,
  /** A team that knows the place says so, too; it needs a plan or a reason within 14 days. */
  CONFIRMED,
  /** There is a plan. */
  ACTIVE,
  /** The records no longer bear it out. */
  COOLING,
  /** Closed. */
  RETIRED,
  /** People who know the place say it is none. */
  REJECTED;

  /** Key of the word. */
  public String key() {
    return "patterns.hotspots.state." + name().toLowerCase(Locale.ROOT);
  }

  /** Whether each computation looks at it again. */
  boolean watched() {
    return this != RETIRED && this != REJECTED;
  }
}
