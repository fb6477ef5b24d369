package org.cscc.ledger;

import java.util.regex.Pattern;

/** Names that go into a statement as they are: constants of the program, never what was sent. */
final class Names {
  private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*");

  private Names() {}

  /** A table with its schema. */
  static String table(String name) {
    return checked(TABLE, name);
  }

  static String column(String name) {
    return checked(COLUMN, name);
  }

  private static String checked(Pattern pattern, String name) {
    if (!pattern.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a name for a statement: " + name);
    }
    return name;
  }
}
