package org.cscc.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;

/** A day off that comes every year, or once. */
public sealed interface Holiday {
  /** Whether City offices are closed on a day because of it. */
  boolean keptOn(LocalDate day);

  /** A date of every year; on a Saturday it is kept on Friday, on a Sunday on Monday. */
  record EachYear(MonthDay date) implements Holiday {
    @Override
    public boolean keptOn(LocalDate day) {
      return observed(day.getYear()).equals(day)
          // New Year's Day on a Saturday is kept in the year before.
          || observed(day.getYear() + 1).equals(day);
    }

    private LocalDate observed(int year) {
      LocalDate day = date.atYear(year);
      return switch (day.getDayOfWeek()) {
        case SATURDAY -> day.minusDays(1);
        case SUNDAY -> day.plusDays(1);
        default -> day;
      };
    }
  }

  /**
   * A weekday of a month.
   *
   * @param nth 1 for the first; -1 for the last
   */
  record NthWeekday(int nth, DayOfWeek weekday, int month) implements Holiday {
    @Override
    public boolean keptOn(LocalDate day) {
      return day.getMonthValue() == month
          && day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday)));
    }
  }

  /** One day of one year. */
  record Once(LocalDate date) implements Holiday {
    @Override
    public boolean keptOn(LocalDate day) {
      return day.equals(date);
    }
  }

  /**
   * Reads a holiday: {@code 12-25} each year, {@code 4-THURSDAY-11} the fourth Thursday of
   * November, {@code LAST-MONDAY-05}, or {@code 2026-12-24} once.
   *
   * @throws IllegalArgumentException when it is none of these
   */
  static Holiday read(String written) {
    String text = written.strip().toUpperCase(Locale.ROOT);
    Matcher weekday = Notation.WEEKDAY.matcher(text);
    if (weekday.matches()) {
      String nth = weekday.group(1);
      return new NthWeekday(
          nth.equals("LAST") ? -1 : Integer.parseInt(nth),
          DayOfWeek.valueOf(weekday.group(2)),
          Integer.parseInt(weekday.group(3)));
    }
    if (text.matches("\\d\\d-\\d\\d")) {
      return new EachYear(MonthDay.parse("--" + text));
    }
    if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
      return new Once(LocalDate.parse(text));
    }
    throw new IllegalArgumentException("\"" + written + "\" is not a holiday");
  }
}
