package org.cscc.patterns.links;

import java.util.Arrays;
import java.util.List;

/** How two incidents hang together. */
enum LinkKind {
  /** Within 200 m along the streets and 14 days. */
  NEAR_REPEAT(true),
  /** On the same hundred-block within 90 days. */
  SAME_PLACE(true),
  /** The same kind of place at the same time of the week, within a kilometre and 28 days. */
  SAME_SETTING_TIME(true),
  /** Weapon class, rounds, whether a vehicle was involved. */
  SHARED_MODUS(false),
  RETALIATION_SUSPECTED(false),
  ONGOING_DISPUTE(false),
  DOMESTIC(false),
  ROBBERY_SERIES(false),
  /** The police say yes or no; no exhibit, no number. */
  BALLISTIC_LINK_ASSERTED(false);

  private final boolean computed;

  LinkKind(boolean computed) {
    this.computed = computed;
  }

  /** Whether it follows from the records and is computed anew each night. */
  boolean computed() {
    return computed;
  }

  /** The kinds that people state. */
  static List<LinkKind> stated() {
    return Arrays.stream(values()).filter(kind -> !kind.computed).toList();
  }
}
