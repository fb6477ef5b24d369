package org.cscc.kernel;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;

/**
 * The days on which City offices work: Monday to Friday without the City's holidays. Which those
 * are is configuration.
 */
public final class BusinessCalendar {
  private final List<Holiday> holidays;

  /** A calendar that knows these holidays. */
  public BusinessCalendar(Collection<Holiday> holidays) {
    this.holidays = List.copyOf(holidays);
  }

  /**
   * A calendar of written holidays.
   *
   * @param written as {@link Holiday#read} understands them
   * @throws IllegalArgumentException when one is not understood
   */
  public static BusinessCalendar of(Collection<String> written) {
    return new BusinessCalendar(written.stream().map(Holiday::read).toList());
  }

  /** Whether City offices work on the day. */
  public boolean isBusinessDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && holidays.stream().noneMatch(holiday -> holiday.keptOn(day));
  }

  /** The day itself when it is a business day, else the next that is. */
  public LocalDate onOrAfter(LocalDate day) {
    LocalDate next = day;
    while (!isBusinessDay(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  /**
   * The last of so many business days, counted from the day after something was received.
   *
   * @param count at least 1
   */
  public LocalDate lastOf(int count, LocalDate received) {
    if (count < 1) {
      throw new IllegalArgumentException("Not a number of business days: " + count);
    }
    LocalDate day = received;
    for (int counted = 0; counted < count; counted++) {
      day = onOrAfter(day.plusDays(1));
    }
    return day;
  }

  /**
   * How many business days have been used up by a day.
   *
   * @return 0 on the day of receipt and on the days off that follow it
   */
  public int daysSince(LocalDate received, LocalDate today) {
    int days = 0;
    for (LocalDate day = received.plusDays(1); !day.isAfter(today); day = day.plusDays(1)) {
      days += isBusinessDay(day) ? 1 : 0;
    }
    return days;
  }

  /** The same time of day on the next business day, when the instant's own day is none. */
  public Instant onBusinessDay(Instant at) {
    LocalDate day = WallClock.dayOf(at);
    LocalTime time = at.atZone(ReviewWeek.CHICAGO).toLocalTime();
    return isBusinessDay(day) ? at : WallClock.at(onOrAfter(day), time);
  }
}
