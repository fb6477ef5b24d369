package org.cscc.kernel;

import java.util.regex.Pattern;

/** How holidays are written. */
final class Notation {
  static final Pattern WEEKDAY = Pattern.compile("(LAST|[1-4])-([A-Z]+DAY)-(0[1-9]|1[0-2])");

  private Notation() {}
}
