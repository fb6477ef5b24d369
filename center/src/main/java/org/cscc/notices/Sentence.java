package org.cscc.notices;

import java.util.List;

/** How the words of a notice go into its sentence. */
final class Sentence {
  private Sentence() {}

  /** Whole numbers as numbers, so that a sentence can say "1 item" and "2 items". */
  static Object[] arguments(List<String> words) {
    return words.stream()
        .map(word -> word.matches("\\d{1,9}") ? (Object) Integer.valueOf(word) : word)
        .toArray();
  }
}
