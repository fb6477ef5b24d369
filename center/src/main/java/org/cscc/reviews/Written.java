package org.cscc.reviews;

/** What became of something that was to be written down. */
sealed interface Written {
  /** It stands there. */
  record Done(RoomEntry now) implements Written {}

  /**
   * Somebody wrote something else meanwhile; both are shown and nothing is lost.
   *
   * @param theirs what stands there
   */
  record Conflict(RoomEntry theirs, EntryWish mine) implements Written {}
}
