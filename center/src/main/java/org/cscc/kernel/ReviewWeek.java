package org.cscc.kernel;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * A review week: seven Chicago days. With the usual week start it runs from Sunday 00:00 to the
 * next Sunday 00:00 on the wall clock, so that it has 167 or 169 hours when the clocks change.
 *
 * @param firstDay the first day of the week, included
 */
public record ReviewWeek(LocalDate firstDay) {
  /** The zone of every wall-clock rule in the house. */
  public static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  /** The week that holds the day, for weeks that start on the given weekday. */
  public static ReviewWeek holding(LocalDate day, DayOfWeek weekStart) {
    return new ReviewWeek(day.with(TemporalAdjusters.previousOrSame(weekStart)));
  }

  /** The last day of the week, included. */
  public LocalDate lastDay() {
    return firstDay.plusDays(6);
  }

  /** The instant the week begins. */
  public Instant start() {
    return firstDay.atStartOfDay(CHICAGO).toInstant();
  }

  /** The instant the week is over; it belongs to the next one. */
  public Instant end() {
    return firstDay.plusDays(7).atStartOfDay(CHICAGO).toInstant();
  }

  /** The week before. */
  public ReviewWeek previous() {
    return new ReviewWeek(firstDay.minusDays(7));
  }

  /** The week after. */
  public ReviewWeek next() {
    return new ReviewWeek(firstDay.plusDays(7));
  }

  /** Whether the day is one of the seven. */
  public boolean holds(LocalDate day) {
    return !day.isBefore(firstDay) && !day.isAfter(lastDay());
  }
}
