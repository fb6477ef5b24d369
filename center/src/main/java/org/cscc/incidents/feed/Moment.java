package org.cscc.incidents.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time as a feed writes it.
 *
 * @param day on the feed's wall clock
 * @param timed whether the cell had a time of day
 */
record Moment(Instant instant, LocalDate day, boolean timed) {
  /**
   * Reads a cell in one of the styles of the City's exports and of spreadsheets: {@code MM/dd/yyyy
   * hh:mm:ss AM}, {@code M/d/yyyy H:mm}, {@code yyyy-MM-dd}, {@code yyyy-MM-dd HH:mm:ss}. An offset
   * is believed, except {@code +00:00}: files that say so hold Chicago wall-clock times. A time
   * that does not exist when clocks go forward moves on by the gap; one that exists twice is the
   * first.
   *
   * @return null when the cell can not be read
   */
  static @Nullable Moment read(String cell, ZoneId zone) {
    try {
      return new Cursor(cell).moment(zone);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Reads a cell by a mapping's patterns; null when none fits. */
  static @Nullable Moment read(String cell, ZoneId zone, List<DateTimeFormatter> patterns) {
    for (DateTimeFormatter pattern : patterns) {
      try {
        TemporalAccessor read = pattern.parse(cell);
        LocalDate day = LocalDate.from(read);
        boolean timed = read.isSupported(ChronoField.HOUR_OF_DAY);
        LocalDateTime local =
            timed ? day.atTime(java.time.LocalTime.from(read)) : day.atStartOfDay();
        ZoneOffset offset = read.query(TemporalQueries.offset());
        return of(local, offset == null ? zone : offset, timed, zone);
      } catch (DateTimeException e) {
        // not this pattern; the next one may fit
      }
    }
    return null;
  }

  private static Moment of(LocalDateTime local, ZoneId written, boolean timed, ZoneId zone) {
    ZonedDateTime at = local.atZone(written);
    return new Moment(
        at.toInstant(),
        written.equals(zone) ? at.toLocalDate() : at.withZoneSameInstant(zone).toLocalDate(),
        timed);
  }

  /** Walks over one cell; a million of them a second, where patterns manage a tenth. */
  private static final class Cursor {
    private final String text;
    private int at;

    Cursor(String text) {
      this.text = text.strip();
    }

    @Nullable Moment moment(ZoneId zone) {
      int first = number();
      if (first < 0 || at >= text.length()) {
        return null;
      }
      char sign = text.charAt(at);
      boolean iso = sign == '-' && at == 4;
      if (!iso && sign != '/') {
        return null;
      }
      at++;
      int second = number();
      if (second < 0 || !skip(sign)) {
        return null;
      }
      int start = at;
      int third = number();
      if (third < 0 || (!iso && at - start != 4)) {
        return null;
      }
      LocalDate day = iso ? LocalDate.of(first, second, third) : LocalDate.of(third, first, second);
      return at == text.length() ? of(day.atStartOfDay(), zone, false, zone) : timed(day, zone);
    }

    private @Nullable Moment timed(LocalDate day, ZoneId zone) {
      if (!skip(' ') && !skip('T')) {
        return null;
      }
      int hour = number();
      if (hour < 0 || !skip(':')) {
        return null;
      }
      int minute = number();
      if (minute < 0) {
        return null;
      }
      if (skip(':') && number() < 0) {
        return null;
      }
      if (skip('.')) {
        number();
      }
      skip(' ');
      int clock = halfDay(hour);
      if (clock < 0) {
        return null;
      }
      ZoneId written = offset(zone);
      return written == null || at != text.length()
          ? null
          : of(day.atTime(clock, minute), written, true, zone);
    }

    /** The hour of the day, after an AM or PM if there is one; -1 if it is none. */
    private int halfDay(int hour) {
      if (text.regionMatches(true, at, "AM", 0, 2) || text.regionMatches(true, at, "PM", 0, 2)) {
        boolean afternoon = Character.toUpperCase(text.charAt(at)) == 'P';
        at += 2;
        return hour < 1 || hour > 12 ? -1 : hour % 12 + (afternoon ? 12 : 0);
      }
      return hour;
    }

    private @Nullable ZoneId offset(ZoneId zone) {
      if (at == text.length()) {
        return zone;
      }
      String rest = text.substring(at);
      at = text.length();
      if (rest.equals("+00:00")) {
        return zone;
      }
      return rest.equals("Z") || rest.matches("[+-]\\d\\d:?\\d\\d") ? ZoneOffset.of(rest) : null;
    }

    private boolean skip(char sign) {
      if (at < text.length() && text.charAt(at) == sign) {
        at++;
        return true;
      }
      return false;
    }

    private int number() {
      int value = 0;
      int start = at;
      while (at < text.length() && at - start < 9) {
        int digit = text.charAt(at) - '0';
        if (digit < 0 || digit > 9) {
          break;
        }
        value = value * 10 + digit;
        at++;
      }
      return at == start ? -1 : value;
    }
  }
}
