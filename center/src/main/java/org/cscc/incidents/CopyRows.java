package org.cscc.incidents;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.cscc.incidents.feed.Report;
import org.jspecify.annotations.Nullable;

/**
 * Writes reports as PostgreSQL's binary COPY format, in blocks that another thread sends on. At
 * most some megabytes wait; the writer waits when the database is the slower one.
 */
final class CopyRows {
  /** The columns in the order in which {@link #add} writes them. */
  static final String COLUMNS =
      """
      seq, plain, feed, row_key, ref, row_hash, row_updated_at, type, kind, gunshot, domestic,
      iucr, occurred_at, occurred_on, occurred_precision, block, lon, lat, area, area_stated,
      area_computed, location_class, standing, age_band, sex, race, with_case""";

  private static final int COLUMN_COUNT = 27;
  private static final int BLOCK = 1 << 17;
  private static final long EPOCH_SECONDS = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
  private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final byte[] HEAD = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };

  private final BlockingQueue<byte[]> blocks = new LinkedBlockingQueue<>(24);
  private byte[] buffer = new byte[BLOCK + 4096];
  private int at;

  CopyRows() {
    System.arraycopy(HEAD, 0, buffer, 0, HEAD.length);
    at = HEAD.length;
  }

  /** The blocks as they become full; an empty one is the last. */
  BlockingQueue<byte[]> blocks() {
    return blocks;
  }

  void add(long seq, Report report) throws InterruptedException {
    int16(COLUMN_COUNT);
    int32Field((int) seq);
    bool(report.plain());
    text(report.feed().name());
    text(report.rowKey());
    text(report.ref());
    int64Field(report.hash());
    instant(report.updatedAt());
    text(report.type().name());
    text(report.kind() == null ? null : report.kind().name());
    bool(report.gunshot());
    bool(report.domestic());
    text(report.iucr());
    instant(report.occurredAt());
    int32Field((int) (report.occurredOn().toEpochDay() - EPOCH_DAY));
    text(report.precision().name());
    text(report.block());
    number(report.lon());
    number(report.lat());
    small(report.area());
    small(report.areaStated());
    small(report.areaComputed());
    text(report.locationClass().name());
    text(report.standing().name());
    text(report.ageBand().name());
    text(report.sex());
    text(report.race());
    bool(report.withCase());
    if (at >= BLOCK) {
      flush();
    }
  }

  void end() throws InterruptedException {
    int16(-1);
    flush();
    blocks.put(new byte[0]);
  }

  private void flush() throws InterruptedException {
    blocks.put(Arrays.copyOf(buffer, at));
    at = 0;
  }

  private void room(int bytes) {
    if (buffer.length - at < bytes) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2 + bytes);
    }
  }

  private void int16(int value) {
    room(2);
    buffer[at++] = (byte) (value >> 8);
    buffer[at++] = (byte) value;
  }

  private void int32(int value) {
    room(4);
    buffer[at++] = (byte) (value >> 24);
    buffer[at++] = (byte) (value >> 16);
    buffer[at++] = (byte) (value >> 8);
    buffer[at++] = (byte) value;
  }

  private void int64Field(long value) {
    int32(8);
    int32((int) (value >> 32));
    int32((int) value);
  }

  private void int32Field(int value) {
    int32(4);
    int32(value);
  }

  private void small(@Nullable Integer value) {
    if (value == null) {
      int32(-1);
    } else {
      int32(2);
      int16(value);
    }
  }

  private void bool(boolean value) {
    int32(1);
    room(1);
    buffer[at++] = (byte) (value ? 1 : 0);
  }

  private void number(@Nullable Double value) {
    if (value == null) {
      int32(-1);
    } else {
      int64Field(Double.doubleToRawLongBits(value));
    }
  }

  private void instant(@Nullable Instant value) {
    if (value == null) {
      int32(-1);
    } else {
      int64Field((value.getEpochSecond() - EPOCH_SECONDS) * 1_000_000 + value.getNano() / 1000);
    }
  }

  private void text(@Nullable String value) {
    if (value == null) {
      int32(-1);
      return;
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    int32(bytes.length);
    room(bytes.length);
    System.arraycopy(bytes, 0, buffer, at, bytes.length);
    at += bytes.length;
  }
}
