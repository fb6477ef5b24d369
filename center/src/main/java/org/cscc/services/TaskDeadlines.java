package org.cscc.services;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.cscc.kernel.BusinessCalendar;
import org.cscc.kernel.WallClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Until when something is done, and when it rises: in business days, counted from the day after it
 * was asked for. It rises when offices close, on Chicago's wall clock.
 */
@Component
class TaskDeadlines {
  private static final LocalTime OFFICES_CLOSE = LocalTime.of(17, 0);
  private static final int LEVELS = 3;

  private final BusinessCalendar calendar;
  private final int[] rise;
  private final int recheck;

  TaskDeadlines(
      BusinessCalendar calendar,
      @Value("${cscc.services.rise.first:1}") int first,
      @Value("${cscc.services.rise.second:3}") int second,
      @Value("${cscc.services.rise.third:7}") int third,
      @Value("${cscc.services.recheck:7}") int recheck) {
    this.calendar = calendar;
    this.rise = new int[] {first, second, third};
    this.recheck = recheck;
  }

  /** Last day on which it is in time. */
  LocalDate due(ServiceType type, boolean priority, Instant asked) {
    return calendar.lastOf(type.days(priority), WallClock.dayOf(asked));
  }

  /**
   * When it rises to a level.
   *
   * @param due last day on which it is in time
   * @param level 1 to 3
   */
  Instant rises(LocalDate due, int level) {
    if (level < 1 || level > LEVELS) {
      throw new IllegalArgumentException("There is no level " + level);
    }
    return WallClock.at(calendar.lastOf(rise[level - 1], due), OFFICES_CLOSE);
  }

  /** From when somebody should look whether it was really done (R-COO-06). */
  LocalDate recheckOn(Instant completed) {
    return WallClock.dayOf(completed).plusDays(recheck);
  }

  /** Last day on which a yes comes in time: one business day. */
  LocalDate answerBy(Instant asked) {
    return calendar.lastOf(1, WallClock.dayOf(asked));
  }

  /** How many business days have passed from one day to another. */
  int daysBetween(LocalDate from, LocalDate to) {
    return calendar.daysSince(from, to);
  }
}
