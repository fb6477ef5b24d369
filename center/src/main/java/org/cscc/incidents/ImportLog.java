package org.cscc.incidents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.cscc.incidents.feed.Rule;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what becomes of each file. */
@Component
class ImportLog {
  private static final int LONGEST_NAME = 120;

  private final JdbcClient jdbc;
  private final AuditTrail trail;

  ImportLog(JdbcClient jdbc, AuditTrail trail) {
    this.jdbc = jdbc;
    this.trail = trail;
  }

  void open(UUID id, String fileName, String requestedBy, Instant now, Instant receivedAt) {
    String name =
        fileName.length() <= LONGEST_NAME ? fileName : fileName.substring(0, LONGEST_NAME);
    jdbc.sql(
            """
            insert into incidents.import
              (id, file_name, state, requested_by, requested_at, received_at)
            values (?, ?, 'WAITING', ?, ?, ?)
            on conflict (id) do nothing
            """)
        .params(id, name, requestedBy, utc(now), utc(receivedAt))
        .update();
  }

  /** This import's turn has come: whatever else says that it runs was killed. */
  void begin(UUID id, Instant now) {
    jdbc.sql(
            """
            update incidents.import
            set state = 'FAILED', rule = ?, ended_at = ?, accepted = 0, rejected = rows_read,
                added = 0, updated = 0, unchanged = 0
            where state = 'RUNNING' and id <> ?
            """)
        .params(Rule.STOPPED.id(), utc(now), id)
        .update();
    jdbc.sql("update incidents.import set state = 'RUNNING' where id = ?").param(id).update();
  }

  /** Promises nothing to anybody, so it waits for no disk: the disk has the rows to write. */
  void progress(UUID id, long read, long rejected) {
    jdbc.sql("set local synchronous_commit = off").update();
    jdbc.sql("update incidents.import set rows_read = ?, accepted = ?, rejected = ? where id = ?")
        .params(read, read - rejected, rejected, id)
        .update();
  }

  void format(UUID id, String format, long bytes) {
    jdbc.sql("update incidents.import set format = ?, bytes = ? where id = ?")
        .params(format, bytes, id)
        .update();
  }

  void checksum(UUID id, String sha256) {
    jdbc.sql("update incidents.import set sha256 = ? where id = ?").params(sha256, id).update();
  }

  /** What the days of a file's acceptable rows are. */
  record Days(@Nullable LocalDate first, @Nullable LocalDate last, @Nullable Instant newest) {}

  void finished(UUID id, boolean dryRun, ImportOutcome.Tally tally, Days days, Instant now) {
    jdbc.sql(
            """
            update incidents.import
            set state = :state, ended_at = :ended, rows_read = :read, accepted = :accepted,
                added = :added, updated = :updated, unchanged = :unchanged, rejected = :rejected,
                unmapped = :unmapped, without_case = :without, identity = :identity,
                first_day = :first, last_day = :last, data_through = :newest
            where id = :id
            """)
        .param("state", dryRun ? "CHECKED" : "APPLIED")
        .param("ended", utc(now))
        .param("read", tally.read())
        .param("accepted", tally.accepted())
        .param("added", tally.added())
        .param("updated", tally.updated())
        .param("unchanged", tally.unchanged())
        .param("rejected", tally.rejected())
        .param("unmapped", tally.unmapped())
        .param("without", tally.withoutCase())
        .param("identity", tally.identity())
        .param("first", days.first())
        .param("last", days.last())
        .param("newest", days.newest() == null ? null : utc(days.newest()))
        .param("id", id)
        .update();
    String done = dryRun ? "CHECKED" : "APPLIED";
    trail.note(new AuditNote(Deed.IMPORT, "import", id.toString(), "", tally.read(), null, done));
  }

  /** Nothing of the file counts; every row that was read is turned away with it. */
  void stopped(
      UUID id,
      String state,
      String rule,
      @Nullable Long row,
      @Nullable String detail,
      long read,
      Instant now) {
    jdbc.sql(
            """
            update incidents.import
            set state = :state, ended_at = :ended, rule = :rule, rule_row = :row,
                rule_column = :detail, rows_read = :read, accepted = 0, rejected = :read,
                added = 0, updated = 0, unchanged = 0
            where id = :id
            """)
        .param("state", state)
        .param("ended", utc(now))
        .param("rule", rule)
        .param("row", row)
        .param("detail", detail)
        .param("read", read)
        .param("id", id)
        .update();
    trail.note(
        new AuditNote(Deed.IMPORT, "import", id.toString(), "", 0, null, state + " " + rule));
  }

  void rejects(Connection connection, Spool spool) {
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "copy incidents.reject (import, row_number, line_number, column_name, shown_value,"
                  + " rule) from stdin",
              spool.read());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("The rejects could not be kept", e);
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
