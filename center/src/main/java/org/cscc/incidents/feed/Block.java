package org.cscc.incidents.feed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps a place no finer than its hundred-block (R-INC-01). */
final class Block {
  private static final Pattern SHAPE =
      Pattern.compile("(\\d{1,5}X{0,2}|X{2,5}) +([A-Z0-9][A-Z0-9 .'/&-]{1,40})");

  private Block() {}

  /**
   * The block of an address: {@code 4537 S Wentworth Ave} and {@code 045XX S WENTWORTH AVE} are
   * one.
   *
   * @return null when the cell is no address
   */
  static @Nullable String of(@Nullable String cell) {
    if (cell == null) {
      return null;
    }
    if (cell.length() > 6 && cell.charAt(3) == 'X' && cell.charAt(4) == 'X' && plain(cell)) {
      return cell;
    }
    Matcher address = SHAPE.matcher(cell.strip().toUpperCase(java.util.Locale.ROOT));
    if (!address.matches()) {
      return null;
    }
    String street = address.group(2).strip().replaceAll(" +", " ");
    return hundred(address.group(1)) + " " + street;
  }

  private static String hundred(String number) {
    int digits = 0;
    while (digits < number.length() && Character.isDigit(number.charAt(digits))) {
      digits++;
    }
    String whole = number.substring(0, digits);
    int masked = number.length() - digits;
    String kept =
        masked >= 2 ? whole : whole.substring(0, Math.max(0, whole.length() - (2 - masked)));
    String bare = kept.replaceFirst("^0+(?=\\d)", "");
    return "0".repeat(Math.max(0, 3 - bare.length())) + bare + "XX";
  }

  /**
   * Whether a cell already is as the City writes a block: three digits, XX, one space, capitals.
   */
  private static boolean plain(String cell) {
    for (int i = 0; i < 3; i++) {
      if (cell.charAt(i) < '0' || cell.charAt(i) > '9') {
        return false;
      }
    }
    if (cell.charAt(5) != ' ' || cell.length() > 46) {
      return false;
    }
    char before = 'X';
    for (int i = 5; i < cell.length(); i++) {
      char c = cell.charAt(i);
      boolean letter = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if ((!letter && " .'/&-".indexOf(c) < 0) || (c == ' ' && before == ' ')) {
        return false;
      }
      before = c;
    }
    return before != ' ';
  }
}
