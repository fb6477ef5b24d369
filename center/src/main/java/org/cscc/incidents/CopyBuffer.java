package org.cscc.incidents;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of one table in PostgreSQL's binary COPY format, handed on whenever a block is full. */
final class CopyBuffer {
  private static final int BLOCK = 1 << 19;
  private static final long EPOCH_SECONDS = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
  private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

  private final CopyStream stream;
  private final String table;
  private byte[] buffer = new byte[BLOCK + 4096];
  private int at;

  /**
   * A buffer for one table.
   *
   * @param table its name with its columns, as COPY takes them
   */
  CopyBuffer(CopyStream stream, String table) {
    this.stream = stream;
    this.table = table;
  }

  /** Begins a row; rows before it are whole. */
  void row(int columns) {
    if (at >= BLOCK) {
      flush();
    }
    int16(columns);
  }

  /** Hands on what is left. */
  void flush() {
    if (at > 0) {
      stream.put(table, Arrays.copyOf(buffer, at));
      at = 0;
    }
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

  void whole(long value) {
    int32(8);
    int32((int) (value >> 32));
    int32((int) value);
  }

  void whole(int value) {
    int32(4);
    int32(value);
  }

  void day(LocalDate day) {
    whole((int) (day.toEpochDay() - EPOCH_DAY));
  }

  void small(@Nullable Integer value) {
    if (value == null) {
      int32(-1);
    } else {
      int32(2);
      int16(value);
    }
  }

  void bool(boolean value) {
    int32(1);
    room(1);
    buffer[at++] = (byte) (value ? 1 : 0);
  }

  void number(@Nullable Double value) {
    if (value == null) {
      int32(-1);
    } else {
      whole(Double.doubleToRawLongBits(value));
    }
  }

  void id(UUID value) {
    int32(16);
    long high = value.getMostSignificantBits();
    long low = value.getLeastSignificantBits();
    int32((int) (high >> 32));
    int32((int) high);
    int32((int) (low >> 32));
    int32((int) low);
  }

  void instant(@Nullable Instant value) {
    if (value == null) {
      int32(-1);
    } else {
      whole((value.getEpochSecond() - EPOCH_SECONDS) * 1_000_000 + value.getNano() / 1000);
    }
  }

  void text(@Nullable String value) {
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
