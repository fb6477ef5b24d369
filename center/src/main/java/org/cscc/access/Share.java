package org.cscc.access;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What an active agreement lets an organization see.
 *
 * @param from first day
 * @param to last day
 */
record Share(Dataset dataset, Purpose purpose, LocalDate from, LocalDate to)
    implements Serializable {
  /** From the four words that {@link SignedInRow} joins. */
  static Share read(String words) {
    String[] word = words.split(":", 4);
    return new Share(
        Dataset.valueOf(word[0]),
        Purpose.valueOf(word[1]),
        LocalDate.parse(word[2]),
        LocalDate.parse(word[3]));
  }

  /** Whether it covers a dataset for the use its pages make of it on a day in Chicago. */
  boolean covers(Dataset wanted, LocalDate today) {
    return dataset == wanted
        && purpose == wanted.use()
        && !today.isBefore(from)
        && !today.isAfter(to);
  }
}
