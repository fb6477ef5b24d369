package org.cscc.services;

/** What became of a wish to move a service. */
sealed interface TaskMoved {
  /** It was done. */
  record Done(ServiceTask now) implements TaskMoved {}

  /** The same form did it before. */
  record Already(ServiceTask now) implements TaskMoved {}

  /**
   * Somebody was faster; nothing was done.
   *
   * @param last what happened meanwhile
   */
  record Stale(ServiceTask present, TaskStep last, TaskMove wanted) implements TaskMoved {}
}
