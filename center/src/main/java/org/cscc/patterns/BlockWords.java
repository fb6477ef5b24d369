package org.cscc.patterns;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What somebody who looks for a block writes: {@code 4512 s wentworth} means 045XX S WENTWORTH. */
final class BlockWords {
  private BlockWords() {}

  static List<String> of(String text) {
    return Arrays.stream(text.toUpperCase(Locale.ROOT).split("[^A-Z0-9]+"))
        .filter(word -> !word.isEmpty())
        .map(BlockWords::hundred)
        .toList();
  }

  private static String hundred(String word) {
    return word.matches("[0-9]{1,5}") ? "%03dXX".formatted(Integer.parseInt(word) / 100) : word;
  }
}
