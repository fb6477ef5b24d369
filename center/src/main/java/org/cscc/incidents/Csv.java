package org.cscc.incidents;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of RFC 4180 that a spreadsheet does not take for formulas. */
final class Csv {
  private Csv() {}

  static String line(@Nullable Object... cells) {
    return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    boolean formula =
        !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0 && !text.matches("-?[0-9.]+");
    String safe = formula ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
