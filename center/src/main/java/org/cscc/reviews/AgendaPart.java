package org.cscc.reviews;

import java.util.Locale;

/** The parts of a review, in order, with the minutes each has of an hour (F1). */
enum AgendaPart {
  /** Ground rules read aloud, and who is there. */
  OPENING(3),
  /** What was promised: first, before anything else. */
  PROMISES(12),
  NUMBERS(8),
  INCIDENTS(20),
  BLOCKS(8),
  LOOK_AHEAD(5),
  /** New items read back with owner and date. */
  READ_BACK(4);

  private final int minutes;

  AgendaPart(int minutes) {
    this.minutes = minutes;
  }

  int minutes() {
    return minutes;
  }

  /** How addresses and records name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
