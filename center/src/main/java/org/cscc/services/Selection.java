package org.cscc.services;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which services of those within reach.
 *
 * @param view what they have in common
 * @param department who answers for them; null for all
 * @param area where; null for everywhere
 * @param type what was asked for; null for anything
 * @param page counted from 1
 */
record Selection(
    View view,
    @Nullable String department,
    @Nullable Integer area,
    @Nullable String type,
    int page) {
  /** So many rows stand on a page. */
  static final int ROWS = 50;

  /** What services have in common. */
  enum View {
    /** Not verified and not rejected. */
    OPEN,
    /** With a department that has not said yes. */
    ANSWER,
    LATE,
    BLOCKED,
    /** On priority blocks, and open. */
    PRIORITY,
    /** Said to be done, to be looked at by somebody else now. */
    CHECK,
    REJECTED,
    /** Asked for by the reader's organization or the reader. */
    MINE,
    ALL
  }

  static Selection of(View view) {
    return new Selection(view, null, null, null, 1);
  }

  static List<View> views() {
    return List.of(View.values());
  }
}
