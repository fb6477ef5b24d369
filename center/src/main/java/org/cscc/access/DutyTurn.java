package org.cscc.access;

import java.io.Serializable;
import java.time.Instant;

/**
 * A turn as duty officer of the center.
 *
 * @param until when it is over, not included
 */
record DutyTurn(Instant from, Instant until) implements Serializable {
  /** From the two numbers of seconds that {@link SignedInRow} joins. */
  static DutyTurn read(String words) {
    String[] word = words.split(" ", 2);
    return new DutyTurn(
        Instant.ofEpochSecond(Long.parseLong(word[0])),
        Instant.ofEpochSecond(Long.parseLong(word[1])));
  }

  boolean at(Instant moment) {
    return !from.isAfter(moment) && until.isAfter(moment);
  }
}
