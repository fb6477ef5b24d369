package org.cscc.incidents;

import org.cscc.incidents.feed.Report;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows on their way to be compared with what is held: a table that only this connection sees and
 * that vanishes with its transaction.
 */
final class StagedRows {
  private static final String COLUMNS =
      """
      seq, plain, feed, row_key, ref, row_hash, row_updated_at, type, kind, gunshot, domestic,
      iucr, occurred_at, occurred_on, occurred_precision, block, lon, lat, area, area_stated,
      area_computed, location_class, standing, age_band, sex, race, with_case""";

  private static final int COLUMN_COUNT = 27;

  private final CopyBuffer rows;
  private long count;

  StagedRows(JdbcClient jdbc, CopyStream stream) {
    createTable(jdbc);
    this.rows = new CopyBuffer(stream, "staged (" + COLUMNS + ")");
  }

  private static void createTable(JdbcClient jdbc) {
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

  void add(long seq, Report report) {
    count++;
    rows.row(COLUMN_COUNT);
    rows.whole((int) seq);
    rows.bool(report.plain());
    rows.text(report.feed().name());
    rows.text(report.rowKey());
    rows.text(report.ref());
    rows.whole(report.hash());
    rows.instant(report.updatedAt());
    rows.text(report.type().name());
    rows.text(report.kind() == null ? null : report.kind().name());
    rows.bool(report.gunshot());
    rows.bool(report.domestic());
    rows.text(report.iucr());
    rows.instant(report.occurredAt());
    rows.day(report.occurredOn());
    rows.text(report.precision().name());
    rows.text(report.block());
    rows.number(report.lon());
    rows.number(report.lat());
    rows.small(report.area());
    rows.small(report.areaStated());
    rows.small(report.areaComputed());
    rows.text(report.locationClass().name());
    rows.text(report.standing().name());
    rows.text(report.ageBand().name());
    rows.text(report.sex());
    rows.text(report.race());
    rows.bool(report.withCase());
  }

  void flush() {
    rows.flush();
  }

  long count() {
    return count;
  }
}
