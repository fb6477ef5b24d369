package org.cscc.requests;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import org.cscc.kernel.WallClock;

/**
 * A time as the City writes it, without a zone: what Chicago's clocks showed. One that the clocks
 * skip moves on by the gap; one that they show twice is the first.
 *
 * @param day in Chicago
 * @param timed whether there is a time of day; else the instant is the midnight that begins the day
 */
record Floating(Instant instant, LocalDate day, boolean timed) {
  private static final DateTimeFormatter ISO =
      format("yyyy-MM-dd['T'][' ']HH:mm[:ss][.SSSSSS][.SSS]");
  private static final DateTimeFormatter HALF_DAYS = format("M/d/yyyy h:mm[:ss] a");
  private static final DateTimeFormatter WHOLE_DAYS = format("M/d/yyyy H:mm[:ss]");
  private static final DateTimeFormatter ISO_DAY = format("yyyy-MM-dd");
  private static final DateTimeFormatter DAY = format("M/d/yyyy");

  /**
   * Reads a cell.
   *
   * @param daysOnly whether midnights mean that the hour is not known
   */
  static Optional<Floating> read(String cell, boolean daysOnly) {
    String text = cell.strip();
    boolean slashes = text.indexOf('/') >= 0;
    try {
      if (text.indexOf(':') < 0) {
        LocalDate day = LocalDate.parse(text, slashes ? DAY : ISO_DAY);
        return Optional.of(of(day, LocalTime.MIDNIGHT, false));
      }
      boolean half = text.endsWith("M") || text.endsWith("m");
      LocalDateTime at = LocalDateTime.parse(text, slashes ? half ? HALF_DAYS : WHOLE_DAYS : ISO);
      boolean timed = !(daysOnly && at.toLocalTime().equals(LocalTime.MIDNIGHT));
      return Optional.of(of(at.toLocalDate(), at.toLocalTime(), timed));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Floating of(LocalDate day, LocalTime time, boolean timed) {
    return new Floating(WallClock.at(day, time), day, timed);
  }

  private static DateTimeFormatter format(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.US);
  }
}
