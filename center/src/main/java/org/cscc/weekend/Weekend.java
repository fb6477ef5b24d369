package org.cscc.weekend;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.WallClock;

/**
 * Friday 12:00 to Monday 07:00 on Chicago's wall clock: 67 hours, one more or less where the clocks
 * change on the Sunday.
 *
 * @param friday its Friday
 */
record Weekend(LocalDate friday) {
  private static final LocalTime NOON = LocalTime.of(12, 0);
  private static final LocalTime MORNING = LocalTime.of(7, 0);

  Weekend {
    if (friday.getDayOfWeek() != DayOfWeek.FRIDAY) {
      throw new IllegalArgumentException("A weekend is named by its Friday");
    }
  }

  /** The weekend that runs, or else the next one. */
  static Weekend at(Instant now) {
    LocalDate today = WallClock.dayOf(now);
    Weekend last = new Weekend(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY)));
    return now.isBefore(last.until()) ? last : last.next();
  }

  /** The newest weekend that is over. */
  static Weekend over(Instant now) {
    return at(now).previous();
  }

  /** Its first moment. */
  Instant from() {
    return WallClock.at(friday, NOON);
  }

  /** Its end, not included. */
  Instant until() {
    return WallClock.at(monday(), MORNING);
  }

  /** The Monday on whose morning it is over. */
  public LocalDate monday() {
    return friday.plusDays(3);
  }

  /** Its first moment, on Chicago's wall clock. */
  public ZonedDateTime begins() {
    return from().atZone(ReviewWeek.CHICAGO);
  }

  /** Its end, on Chicago's wall clock. */
  public ZonedDateTime ends() {
    return until().atZone(ReviewWeek.CHICAGO);
  }

  /** Whether a moment lies in it. */
  boolean holds(Instant at) {
    return !at.isBefore(from()) && at.isBefore(until());
  }

  /** The one after. */
  public Weekend next() {
    return new Weekend(friday.plusWeeks(1));
  }

  /** The one before. */
  public Weekend previous() {
    return new Weekend(friday.minusWeeks(1));
  }
}
