package org.cscc.weekend;

/** What became of a wish to change a gathering. */
sealed interface GatheringMoved {
  /** It was done, now or by the same form before. */
  record Done(Gathering now) implements GatheringMoved {}

  /** Somebody was faster; nothing was done. */
  record Stale(Gathering present) implements GatheringMoved {}
}
