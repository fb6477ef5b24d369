package org.cscc.blitz;

/** What became of a wish to move a blitz. */
sealed interface BlitzMoved {
  /** It was done. */
  record Done(Blitz now) implements BlitzMoved {}

  /** The same form did it before. */
  record Already(Blitz now) implements BlitzMoved {}

  /**
   * Somebody was faster; nothing was done.
   *
   * @param last what happened meanwhile
   */
  record Stale(Blitz present, BlitzStep last, BlitzMove wanted) implements BlitzMoved {}
}
