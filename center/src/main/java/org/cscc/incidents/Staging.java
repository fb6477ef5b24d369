package org.cscc.incidents;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.cscc.incidents.feed.Rejection;
import org.cscc.incidents.feed.Report;
import org.cscc.incidents.feed.RowSink;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of one file on their way in, all within one transaction, so that a program that is
 * killed leaves nothing behind. One thread reads and judges rows, another sends them on.
 */
final class Staging implements RowSink {
  private static final long A_SECOND = 1_000_000_000;

  private final JdbcClient jdbc;
  private final CopyStream stream;
  private final StagedRows staged;
  private final FirstRows straight;
  private final Spool rejects;
  private final Progress progress;
  private final boolean hasIds;
  private long told = System.nanoTime();
  private long accepted;
  private long rejected;
  private long unmapped;
  private long withoutCase;
  private boolean timed;
  private @Nullable Instant newest;
  private @Nullable LocalDate firstDay;
  private @Nullable LocalDate lastDay;

  /** Told how far the reading is, now and then. */
  interface Progress {
    void at(long read, long rejected);
  }

  Staging(
      JdbcClient jdbc, Connection connection, ImportRun.Job job, Spool rejects, Progress progress)
      throws SQLException {
    this.jdbc = jdbc;
    this.rejects = rejects;
    this.progress = progress;
    this.hasIds = job.reader().layout().hasIds();
    this.stream = new CopyStream(connection);
    this.staged = new StagedRows(jdbc, stream);
    this.straight = new FirstRows(jdbc, stream, job.id(), job.received(), hasIds);
  }

  @Override
  public void accepted(long row, Report report) {
    tally(report);
    if (!straight.take(report, timed)) {
      staged.add(row, report);
    }
    progress(row);
  }

  private void tally(Report report) {
    accepted++;
    if (report.area() == null) {
      unmapped++;
    }
    if (!report.withCase()) {
      withoutCase++;
    }
    timed = timed || tellsTime(report);
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
  }

  private static boolean tellsTime(Report report) {
    return report.occurredAt().getEpochSecond() / 60 % 60 != 0
        || (report.precision().hasHour()
            && report.occurredAt().atZone(ReviewWeek.CHICAGO).getHour() != 0);
  }

  private void progress(long row) {
    if ((row & 0xfff) == 0 && System.nanoTime() - told > A_SECOND) {
      told = System.nanoTime();
      progress.at(row, rejected);
    }
  }

  @Override
  public void rejected(long row, long line, Rejection rejection) {
    rejected++;
    rejects.add(row, line, rejection);
  }

  /** All rows are read: waits until they are in the database and completes what needs them all. */
  void complete() {
    staged.flush();
    straight.flush();
    stream.end();
    jdbc.sql("analyze staged").update();
    if (accepted >= 20 && !timed) {
      // Every single row at midnight: the file has lost the time of day.
      jdbc.sql("update staged set occurred_precision = 'DAY'").update();
    }
    if (!hasIds) {
      numberTwins();
    }
  }

  /** The file broke: what was read goes no further. */
  void abandon() {
    stream.abandon();
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

  /** How many rows wait to be merged; the others went the short way. */
  long staged() {
    return staged.count();
  }

  ImportLog.Days days() {
    return new ImportLog.Days(firstDay, lastDay, newest);
  }

  /**
   * The counts of the import.
   *
   * @param merged what became of the staged rows
   */
  ImportOutcome.Tally tally(long read, Merging.Result merged) {
    return new ImportOutcome.Tally(
        read,
        accepted,
        merged.added() + straight.count(),
        merged.updated(),
        merged.unchanged(),
        rejected,
        unmapped,
        withoutCase,
        hasIds ? "ID" : "CONTENT");
  }
}
