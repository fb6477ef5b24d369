package org.cscc.crisis;

/** What became of a wish to move an activation. */
sealed interface CrisisMoved {
  /** It was done. */
  record Done(Activation now) implements CrisisMoved {}

  /** The same form did it before. */
  record Already(Activation now) implements CrisisMoved {}

  /**
   * Somebody was faster; nothing was done.
   *
   * @param last what happened meanwhile
   */
  record Stale(Activation present, CrisisStep last, CrisisMove wanted) implements CrisisMoved {}
}
