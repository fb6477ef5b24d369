package org.cscc.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table with the keys of forms that were sent, so that a form which comes twice over a bad line
 * is done once. It has the columns {@code key}, {@code account} and {@code at}.
 */
public final class FormKeys {
  private final JdbcClient jdbc;
  private final String table;
  private final String made;

  /**
   * Keys in a table that is named with its schema.
   *
   * @param made the column that says what the form made or moved
   */
  public FormKeys(JdbcClient jdbc, String table, String made) {
    this.jdbc = jdbc;
    this.table = Names.table(table);
    this.made = Names.column(made);
  }

  /**
   * Takes a form's key; another transaction that wants the same one waits until this one ends.
   *
   * @param key null when the form has none: then each time is the first
   * @return false when it was taken before
   */
  public boolean take(@Nullable UUID key, String account, Instant at) {
    return key == null
        || jdbc.sql(
                    "insert into "
                        + table
                        + " (key, account, at) values (?, ?, ?)"
                        + " on conflict do nothing")
                .params(key, account, at.atOffset(ZoneOffset.UTC))
                .update()
            == 1;
  }

  /** Notes what the form made or moved, by which it is found when the form comes again. */
  public void made(@Nullable UUID key, Object record) {
    if (key != null) {
      jdbc.sql("update " + table + " set " + made + " = ? where key = ?")
          .params(record, key)
          .update();
    }
  }

  /**
   * The condition under which a record is the one that the same form of the same person made
   * before; its parameters are {@code key} and {@code account}.
   *
   * @param record the column of the record that {@link #made} was given, such as {@code r.id}
   */
  public String madeBefore(String record) {
    return record
        + " = (select "
        + made
        + " from "
        + table
        + " where key = :key and account = :account)";
  }
}
