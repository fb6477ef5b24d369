package org.cscc.tabletops;

/** What became of a wish to move an exercise. */
sealed interface ExerciseMoved {
  /** It was done. */
  record Done(Exercise now) implements ExerciseMoved {}

  /** The same form did it before. */
  record Already(Exercise now) implements ExerciseMoved {}

  /**
   * Somebody was faster; nothing was done.
   *
   * @param last what happened meanwhile
   */
  record Stale(Exercise present, ExerciseStep last, ExerciseMove wanted) implements ExerciseMoved {}
}
