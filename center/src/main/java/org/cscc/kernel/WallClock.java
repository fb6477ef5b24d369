package org.cscc.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * Time as promises count it: hours that really pass, or days at the same time on Chicago's wall
 * clock. A time that the clocks skip moves on by the gap; one that they show twice is the first.
 */
public final class WallClock {
  private WallClock() {}

  /** So many hours that really pass, whatever the clocks on the wall do meanwhile. */
  public static Instant afterHours(Instant from, int hours) {
    return from.plus(Duration.ofHours(hours));
  }

  /** The same time of day so many days later. */
  public static Instant afterDays(Instant from, int days) {
    LocalDateTime then = from.atZone(ReviewWeek.CHICAGO).toLocalDateTime().plusDays(days);
    return at(then.toLocalDate(), then.toLocalTime());
  }

  /** The instant at which Chicago's clocks show a time on a day. */
  public static Instant at(LocalDate day, LocalTime time) {
    // Made from local time anew: adding to a zoned time would keep the second of two equal hours.
    return ZonedDateTime.of(day, time, ReviewWeek.CHICAGO).toInstant();
  }

  /** The day in Chicago that holds an instant. */
  public static LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, ReviewWeek.CHICAGO);
  }
}
