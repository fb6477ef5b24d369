package org.cscc.requests;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.cscc.requests.RequestRow.Told;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of one file on their way in, in a table that lives as long as the transaction. */
final class RequestStaging {
  private static final int BLOCK = 1 << 18;
  private static final int LONGEST = 4096;

  private final CopyManager copies;
  private final StringBuilder waiting = new StringBuilder(BLOCK + LONGEST);
  private long accepted;
  private long withoutArea;
  private long withoutBlock;
  private long unmapped;
  private @Nullable Instant newest;

  RequestStaging(JdbcClient jdbc, Connection connection) throws SQLException {
    jdbc.sql(
            """
            create temporary table told (
              row bigint not null, number text not null, legacy boolean not null,
              type_written text, type text, department text, status text not null,
              duplicate boolean, parent text,
              opened_at timestamptz not null, opened_timed boolean not null, opened_on date not null,
              closed_at timestamptz, closed_timed boolean not null, closed_on date, days int,
              block text, area smallint, state_at timestamptz
            ) on commit drop
            """)
        .update();
    this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
  }

  void add(long row, Told told) {
    accepted++;
    withoutArea += told.area() == null ? 1 : 0;
    withoutBlock += told.block() == null ? 1 : 0;
    unmapped += told.type() == null ? 1 : 0;
    later(told.opened());
    later(told.closed());
    later(told.modified());
    Floating closed = told.closed();
    cell(row);
    cell(told.number());
    cell(told.legacy());
    cell(told.typeWritten());
    cell(told.type());
    cell(told.department());
    cell(told.status());
    cell(told.duplicate());
    cell(told.parent());
    cell(told.opened().instant());
    cell(told.opened().timed());
    cell(told.opened().day());
    cell(closed == null ? null : closed.instant());
    cell(closed != null && closed.timed());
    cell(closed == null ? null : closed.day());
    cell(told.days());
    cell(told.block());
    cell(told.area());
    cell(told.modified() == null ? null : told.modified().instant());
    waiting.setCharAt(waiting.length() - 1, '\n');
    if (waiting.length() >= BLOCK) {
      send();
    }
  }

  private void later(@Nullable Floating at) {
    if (at != null && (newest == null || at.instant().isAfter(newest))) {
      newest = at.instant();
    }
  }

  private void cell(@Nullable Object value) {
    if (value == null) {
      waiting.append("\\N\t");
      return;
    }
    String text = value.toString();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> waiting.append("\\\\");
        case '\t', '\n', '\r', '\0' -> waiting.append(' ');
        default -> waiting.append(c);
      }
    }
    waiting.append('\t');
  }

  /** A block at a time, so that the connection can be asked other things between. */
  private void send() {
    String block = waiting.toString();
    waiting.setLength(0);
    try {
      copies.copyIn("copy pg_temp.told from stdin", new StringReader(block));
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("The database takes no more rows of this file", e);
    }
  }

  /** Everything is in the table. */
  void end() {
    if (!waiting.isEmpty()) {
      send();
    }
  }

  long accepted() {
    return accepted;
  }

  long withoutArea() {
    return withoutArea;
  }

  long withoutBlock() {
    return withoutBlock;
  }

  long unmapped() {
    return unmapped;
  }

  /** The newest moment in the file; null when no row was taken. */
  @Nullable Instant newest() {
    return newest;
  }
}
