package org.cscc.places;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names of places as people write them. */
final class Names {
  private Names() {}

  /** {@code EAST SIDE} becomes {@code East Side}; a name with small letters stays as it is. */
  static String readable(String name) {
    String text = name.strip().replaceAll("\\s+", " ");
    if (!text.equals(text.toUpperCase(Locale.ROOT))) {
      return text;
    }
    return Arrays.stream(text.split(" "))
        .map(word -> word.substring(0, 1) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }
}
