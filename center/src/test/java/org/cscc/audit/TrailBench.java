package org.cscc.audit;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.cscc.home.TestServer;
import org.junit.jupiter.api.Test;

/**
 * The trail at 5 million rows in twelve months, 200,000 records opened 25 times each by 400
 * accounts (fewer with {@code -Dbench.rows}). Run by {@code bench/audit/run}; not part of the
 * tests. A note is what a page adds to its answer: one row, as its own transaction. The test server
 * does not wait for the disk, and neither do notes of reads in a home (decision 0081).
 */
class TrailBench {
  private static final int ROWS = Integer.getInteger("bench.rows", 5_000_000);
  private static final int RECORDS = ROWS / 25;
  private static final int ASKED = 300;

  private final Trails trails = Trails.of(pool(), Clock.systemUTC());

  @Test
  void fiveMillionRows() {
    fill();
    double bytes = bytes() / (double) ROWS;
    double[] search = new double[ASKED];
    Trail trail = new Trail(trails.jdbc());
    for (int n = 0; n < ASKED; n++) {
      String record = record(n * 613 % RECORDS);
      long start = System.nanoTime();
      if (trail.ofRecord("packet", record, 100).isEmpty()) {
        throw new IllegalStateException("nothing found for " + record);
      }
      search[n] = (System.nanoTime() - start) / 1e6;
    }
    double[] note = new double[3000];
    for (int n = 0; n < note.length; n++) {
      long start = System.nanoTime();
      trails.note(record(n));
      note[n] = (System.nanoTime() - start) / 1e6;
    }
    long start = System.nanoTime();
    int sealed = trails.seal();
    double seal = (System.nanoTime() - start) / 1e6;
    System.out.printf(
        Locale.ROOT,
        "%nRESULT %d rows, %.0f bytes a row with indexes and prints; by record p50 %.2f ms, p95 %.2f"
            + " ms, max %.2f ms; a note p50 %.2f ms, p95 %.2f ms; sealing %d rows %.0f ms%n",
        ROWS,
        bytes + EventRow.PRINT,
        at(search, 0.5),
        at(search, 0.95),
        at(search, 1),
        at(Arrays.copyOfRange(note, 200, note.length), 0.5),
        at(Arrays.copyOfRange(note, 200, note.length), 0.95),
        sealed,
        seal);
  }

  private static DataSource pool() {
    HikariDataSource pool = new HikariDataSource();
    pool.setDataSource(TestServer.freshDatabase());
    pool.setMaximumPoolSize(2);
    return pool;
  }

  private static String record(int n) {
    return "2026-11-15/north-lawndale/r" + n;
  }

  private void fill() {
    trails.note("first");
    IntStream.range(1, 13)
        .forEach(
            month ->
                trails
                    .jdbc()
                    .sql("select audit.ensure_month(make_date(2025, ?, 1))")
                    .param(month)
                    .query((row, n) -> 1)
                    .list());
    trails
        .jdbc()
        .sql(
            """
            insert into audit.event
              (at, rows, deed, role, org, purpose, kind, way, actor, record, network)
            select timestamptz '2025-01-01 00:00Z' + n * interval '6.3 seconds', 1, 1, e.role, e.org,
                   e.purpose, e.kind, e.way, 'account-' || n % 400,
                   '2026-11-15/north-lawndale/r' || (n::bigint * 7919) % ?, '192.0.2.0/24'
            from generate_series(1, ?) n, (select * from audit.event limit 1) e
            """)
        .params(RECORDS, ROWS)
        .update();
    trails.jdbc().sql("analyze audit.event").update();
  }

  private long bytes() {
    return trails
        .jdbc()
        .sql(
            """
            select sum(pg_total_relation_size(inhrelid)) from pg_inherits
            where inhparent = 'audit.event'::regclass
            """)
        .query((row, n) -> row.getLong(1))
        .single();
  }

  private static double at(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  }
}
