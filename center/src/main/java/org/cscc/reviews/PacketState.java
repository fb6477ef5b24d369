package org.cscc.reviews;

import java.util.Locale;

/** Where a prepared packet stands. */
public enum PacketState {
  /** Prepared, may be prepared again, counts for nothing yet. */
  DRAFT,
  /** A draft that a newer draft of the same revision replaced; kept, never shown in a list. */
  SET_ASIDE,
  /** Frozen: what the team met over. */
  PUBLISHED,
  /** Frozen, and a later revision has been published since. */
  REVISED;

  /** Key of the word, such as {@code reviews.state.draft}. */
  public String key() {
    return "reviews.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
