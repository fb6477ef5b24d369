package org.cscc.reviews;

/** What became of a wish to move a meeting. */
sealed interface MeetingMoved {
  /** It was done. */
  record Done(Meeting now) implements MeetingMoved {}

  /**
   * Somebody was faster; nothing was done.
   *
   * @param last what happened meanwhile
   */
  record Stale(Meeting present, MeetingStep last, MeetingMove wanted) implements MeetingMoved {}
}
