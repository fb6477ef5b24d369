package org.cscc.retention;

import java.time.Period;

/** How long the rows of a table are kept. */
sealed interface Rule {
  /** Schema and table. */
  String table();

  /**
   * Rows that go when their time is over.
   *
   * @param from SQL of the moment it counts from
   * @param where SQL of a further condition, {@code true} when there is none
   */
  record Timed(String table, Period time, String from, String where, String schedule)
      implements Rule {
    /** SQL of the rows that are due, with one parameter: the moment before which they are. */
    String due() {
      return "(" + from + ")::timestamptz < ? and (" + where + ")";
    }
  }

  /** Whole months that go when the last of their days is old enough. */
  record Monthly(String table, Period time, String schedule) implements Rule {
    String function() {
      return table.substring(0, table.indexOf('.')) + ".drop_month";
    }
  }

  /** Rows that go with the row of another table whose key the column holds. */
  record With(String table, String parent, String column, String key) implements Rule {}

  /** Rows that stay. */
  record Kept(String table, Reason reason) implements Rule {}

  /** Why rows stay; the sentences are in the messages. */
  enum Reason {
    MACHINE,
    NAMES,
    FACTS,
    FEED,
    PLACE,
    ACCOUNT,
    PROOF
  }
}
