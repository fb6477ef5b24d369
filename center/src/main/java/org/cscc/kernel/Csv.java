package org.cscc.kernel;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines of comma-separated values (RFC 4180) that a spreadsheet opens without running anything in
 * them. Every file of the center is written through it.
 */
public final class Csv {
  /** What spreadsheets take for the beginning of a formula, their wide forms among them. */
  private static final String BEGINNINGS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final Pattern QUOTED = Pattern.compile("[\",\r\n;\t]");

  private Csv() {}

  /** One line with its end; null is an empty cell. */
  public static String line(@Nullable Object... cells) {
    return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** One cell: never a formula, quoted where it must be. */
  public static String cell(@Nullable Object value) {
    String text = calm(value == null ? "" : value.toString());
    return QUOTED.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  /** A text that begins like a formula and is no number gets an apostrophe before it. */
  public static String calm(String text) {
    int first = 0;
    while (first < text.length() && blank(text.charAt(first))) {
      first++;
    }
    boolean formula =
        !text.isEmpty()
            && (BEGINNINGS.indexOf(text.charAt(0)) >= 0
                || (first < text.length() && BEGINNINGS.indexOf(text.charAt(first)) >= 0))
            && !NUMBER.matcher(text).matches();
    return formula ? "'" + text : text;
  }

  private static boolean blank(char letter) {
    return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
  }
}
