package org.cscc.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table whose rows count their versions, so that a person who saw an older one is told. It has
 * the columns {@code id}, {@code version} and {@code changed_at}.
 */
public final class VersionedRows {
  private final JdbcClient jdbc;
  private final String table;

  /** Rows of a table that is named with its schema. */
  public VersionedRows(JdbcClient jdbc, String table) {
    this.jdbc = jdbc;
    this.table = Names.table(table);
  }

  /**
   * Holds the row with a value of its own until the transaction ends; does nothing when there is
   * none.
   */
  public void hold(String column, Object value) {
    jdbc.sql("select 1 from " + table + " where " + Names.column(column) + " = ? for update")
        .param(value)
        .query(Integer.class)
        .optional();
  }

  /** Changes columns by their names, none of them as well; the version counts up by itself. */
  public void change(UUID id, Map<String, ? extends @Nullable Object> columns, Instant at) {
    String assigned = new Columns(columns).assigned();
    jdbc.sql(
            "update "
                + table
                + " set version = version + 1, changed_at = :at"
                + (assigned.isEmpty() ? "" : ", " + assigned)
                + " where id = :id")
        .params(columns)
        .param("id", id)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
