package org.cscc.incidents;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.cscc.incidents.feed.Rejection;
import org.cscc.incidents.feed.Report;
import org.cscc.incidents.feed.RowSink;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of one file on their way in: in tables that only this connection sees and that vanish
 * with its transaction, so that a program that is killed leaves nothing behind. One thread reads
 * and judges rows, another sends them to the database.
 */
final class Staging implements RowSink {
  private final JdbcClient jdbc;
  private final CopyRows rows = new CopyRows();
  private final CompletableFuture<Void> sent;
  private final Spool rejects;
  private final Progress progress;
  private volatile boolean broken;
  private long accepted;
  private long rejected;
  private long unmapped;
  private long withoutCase;
  private long timed;
  private @Nullable Instant newest;
  private @Nullable LocalDate firstDay;
  private @Nullable LocalDate lastDay;

  /** Told how far the reading is, now and then. */
  interface Progress {
    void at(long read, long rejected);
  }

  Staging(JdbcClient jdbc, Connection connection, Spool rejects, Progress progress)
      throws SQLException {
    this.jdbc = jdbc;
    this.rejects = rejects;
    this.progress = progress;
    createTable();
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy staged (" + CopyRows.COLUMNS + ") from stdin (format binary)");
    this.sent =
        CompletableFuture.runAsync(() -> send(copy, rows.blocks()), Thread::startVirtualThread);
  }

  private void createTable() {
    jdbc.sql(
            """
            create temporary table staged (
              seq int, plain boolean, feed text, row_key text, ref text, row_hash bigint,
              row_updated_at timestamptz, type text, kind text, gunshot boolean, domestic boolean,
              iucr text, occurred_at timestamptz, occurred_on date, occurred_precision text,
              block text, lon double precision, lat double precision, area smallint,
              area_stated smallint, area_computed smallint, location_class text, standing text,
              age_band text, sex text, race text, with_case boolean
            ) on commit drop
            """)
        .update();
  }

  private void send(CopyIn copy, BlockingQueue<byte[]> blocks) {
    @Nullable SQLException failure = null;
    try {
      for (byte[] block = blocks.take(); block.length > 0; block = blocks.take()) {
        // The reader must not wait for a sender that is gone: its blocks are taken all the same.
        failure = failure == null ? write(copy, block) : failure;
      }
      if (failure == null) {
        finish(copy);
      }
    } catch (SQLException e) {
      failure = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
    if (failure != null) {
      throw new CompletionException(failure);
    }
  }

  private @Nullable SQLException write(CopyIn copy, byte[] block) {
    try {
      copy.writeToCopy(block, 0, block.length);
      return null;
    } catch (SQLException e) {
      broken = true;
      return e;
    }
  }

  private void finish(CopyIn copy) throws SQLException {
    if (broken) {
      copy.cancelCopy();
    } else {
      copy.endCopy();
    }
  }

  @Override
  public void accepted(long row, Report report) {
    accepted++;
    if (report.area() == null) {
      unmapped++;
    }
    if (!report.withCase()) {
      withoutCase++;
    }
    if (report.occurredAt().getEpochSecond() / 60 % 60 != 0 || hourOf(report) != 0) {
      timed++;
    }
    if (newest == null || report.occurredAt().isAfter(newest)) {
      newest = report.occurredAt();
    }
    LocalDate day = report.occurredOn();
    if (firstDay == null || day.isBefore(firstDay)) {
      firstDay = day;
    }
    if (lastDay == null || day.isAfter(lastDay)) {
      lastDay = day;
    }
    put(row, report);
    if ((row & 0x3fff) == 0) {
      progress.at(row, rejected);
    }
  }

  private static int hourOf(Report report) {
    return report.precision().hasHour()
        ? report.occurredAt().atZone(org.cscc.kernel.ReviewWeek.CHICAGO).getHour()
        : 0;
  }

  private void put(long row, Report report) {
    if (broken) {
      throw new IllegalStateException("The database takes no more rows of this file");
    }
    try {
      rows.add(row, report);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while reading a file", e);
    }
  }

  @Override
  public void rejected(long row, long line, Rejection rejection) {
    rejected++;
    rejects.add(row, line, rejection);
  }

  /** All rows are read: waits until they are in the database and completes what needs them all. */
  void complete(boolean hasIds) {
    end();
    jdbc.sql("analyze staged").update();
    if (accepted >= 20 && timed == 0) {
      // Every single row at midnight: the file has lost the time of day.
      jdbc.sql("update staged set occurred_precision = 'DAY'").update();
    }
    if (!hasIds) {
      numberTwins();
    }
  }

  /** The file broke: what was read goes no further. */
  void abandon() {
    broken = true;
    try {
      end();
    } catch (RuntimeException e) {
      // The copy was cancelled on purpose; the reason for it is reported by the caller.
    }
  }

  private void end() {
    try {
      rows.end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while reading a file", e);
    }
    sent.join();
  }

  /** Without ids, equal rows are told apart by their order: the first, the second. */
  private void numberTwins() {
    jdbc.sql(
            """
            update staged s
            set row_key = s.row_key || '#' || t.n,
                ref = case when s.with_case then s.ref else s.ref || '#' || t.n end
            from (select seq, row_number() over (partition by row_key order by seq) as n
                  from staged) t
            where t.seq = s.seq and t.n > 1
            """)
        .update();
  }

  long accepted() {
    return accepted;
  }

  ImportLog.Days days() {
    return new ImportLog.Days(firstDay, lastDay, newest);
  }

  ImportOutcome.Tally tally(long read, Merging.Result merged, boolean hasIds) {
    return new ImportOutcome.Tally(
        read,
        accepted,
        merged.added(),
        merged.updated(),
        merged.unchanged(),
        rejected,
        unmapped,
        withoutCase,
        hasIds ? "ID" : "CONTENT");
  }
}
