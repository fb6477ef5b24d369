package org.cscc.actions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which items of those within reach.
 *
 * @param view what they have in common
 * @param organization who owes them; null for all
 * @param area where; null for everywhere
 * @param verb what is to be done; null for anything
 * @param page counted from 1
 */
record Which(
    View view,
    @Nullable String organization,
    @Nullable Integer area,
    @Nullable Verb verb,
    @Nullable String team,
    int page) {
  /** So many rows stand on a page: each carries its forms, which a cheap phone has to load. */
  static final int ROWS = 25;

  /** What items have in common. */
  enum View {
    /** The reader's own: owed by the reader's account. */
    MINE,
    /** Not verified. */
    OPEN,
    LATE,
    /** Owed and due in the next seven days. */
    NEXT,
    BLOCKED,
    /** Claimed done, to be looked at by somebody else. */
    CHECK,
    /** Claimed done and not looked at in time. */
    UNCHECKED,
    /** Nobody owes them: proposed or declined. */
    UNOWNED,
    /** Owed by an account that has left, or works somewhere else now. */
    LEFT,
    RAISED,
    ALL
  }

  static Which of(View view) {
    return new Which(view, null, null, null, null, 1);
  }

  /** Whether so many items go on behind this page. */
  public boolean goesOn(int total) {
    return total > page * ROWS;
  }

  static List<View> views() {
    return List.of(View.values());
  }
}
