package org.cscc.incidents.feed;

import org.jspecify.annotations.Nullable;

/**
 * A row that was not taken.
 *
 * @param column the column that decided, in the file's own word
 * @param shown the cell's value, only where its shape can hold no name; else null
 */
public record Rejection(Rule rule, String column, @Nullable String shown) implements Parsed {
  /** A rejection that shows the cell if nothing but a date or a number can be in it. */
  static Rejection of(Rule rule, String column, @Nullable String value) {
    return new Rejection(rule, column, harmless(value) ? value : null);
  }

  /** Digits, signs of dates and numbers, and the letters of AM, PM, T and Z; nothing to read. */
  static boolean harmless(@Nullable String value) {
    return value != null
        && value.length() <= 32
        && value.matches("[0-9/:., +-]*([TZ]?[0-9/:., +-]*)?([AP]M|Z)?");
  }
}
