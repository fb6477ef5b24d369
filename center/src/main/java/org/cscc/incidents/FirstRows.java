package org.cscc.incidents;

import java.time.Instant;
import java.util.UUID;
import org.cscc.incidents.feed.Report;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The short way of a first file: while no incident is held there is nothing to compare with, so a
 * plain row whose case this file has not named before is copied to where it will stay. All other
 * rows, and all rows of later files, are staged.
 */
final class FirstRows {
  private static final String COLUMNS =
      """
      id, ref, row_key, row_hash, occurred_at, first_seen_at, last_changed_at, row_updated_at,
      lon, lat, occurred_on, area, area_stated, area_computed, domestic, gunshot, serious, type,
      occurred_precision, standing, location_class, iucr, block, import""";

  private static final int COLUMN_COUNT = 24;

  private final CopyBuffer rows;
  private final UUID importId;
  private final Instant receivedAt;
  private final SeenRefs seen = new SeenRefs();
  private final boolean open;
  private long count;

  /**
   * The short way, if it is open.
   *
   * @param hasIds without ids equal rows must be numbered first, so every row is staged
   */
  FirstRows(JdbcClient jdbc, CopyStream stream, UUID importId, Instant receivedAt, boolean hasIds) {
    this.rows = new CopyBuffer(stream, "incidents.incident (" + COLUMNS + ")");
    this.importId = importId;
    this.receivedAt = receivedAt;
    this.open = hasIds && nothingHeld(jdbc);
  }

  private static boolean nothingHeld(JdbcClient jdbc) {
    return jdbc.sql("select not exists (select 1 from incidents.incident)")
        .query(Boolean.class)
        .single();
  }

  /**
   * Takes a row if it may go the short way.
   *
   * @param timed whether the file is known to tell the time of day; else its precision is not
   *     settled yet
   */
  boolean take(Report report, boolean timed) {
    if (!open || !seen.first(report.ref()) || !report.plain() || !timed) {
      return false;
    }
    add(report);
    return true;
  }

  private void add(Report report) {
    count++;
    rows.row(COLUMN_COUNT);
    rows.id(TimeOrderedIds.next());
    rows.text(report.ref());
    rows.text(report.rowKey());
    rows.whole(report.hash());
    rows.instant(report.occurredAt());
    rows.instant(receivedAt);
    rows.instant(receivedAt);
    rows.instant(report.updatedAt());
    rows.number(report.lon());
    rows.number(report.lat());
    rows.day(report.occurredOn());
    rows.small(report.area());
    rows.small(report.areaStated());
    rows.small(report.areaComputed());
    rows.bool(report.domestic());
    rows.bool(report.gunshot());
    rows.bool(false);
    rows.text(report.type().name());
    rows.text(report.precision().name());
    rows.text(report.standing().name());
    rows.text(report.locationClass().name());
    rows.text(report.iucr());
    rows.text(report.block());
    rows.id(importId);
  }

  void flush() {
    rows.flush();
  }

  long count() {
    return count;
  }
}
