package org.cscc.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table with what was shown for a step of a history: it has the columns {@code id}, {@code
 * position}, {@code kind}, {@code said}, {@code upload}, {@code by_account} and {@code at}.
 */
public final class Exhibits {
  private final JdbcClient jdbc;
  private final String add;

  /**
   * What is shown beside a history; both tables are named with their schema.
   *
   * @param of the column with the record's id, in both tables
   */
  public Exhibits(JdbcClient jdbc, String table, String steps, String of) {
    this.jdbc = jdbc;
    this.add =
        """
        insert into %1$s (id, %3$s, position, kind, said, upload, by_account, at)
        select :id, :of, max(position), :kind, :said, :upload, :by, :at
        from %2$s where %3$s = :of
        """
            .formatted(Names.table(table), Names.table(steps), Names.column(of));
  }

  /**
   * Puts something beside the newest step of a record.
   *
   * @param upload id of a picture
   */
  public void add(
      UUID of, Enum<?> kind, @Nullable String said, @Nullable UUID upload, String by, Instant at) {
    jdbc.sql(add)
        .param("id", UUID.randomUUID())
        .param("of", of)
        .param("kind", kind.name())
        .param("said", said)
        .param("upload", upload)
        .param("by", by)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
