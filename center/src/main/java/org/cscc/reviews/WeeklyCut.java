package org.cscc.reviews;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import org.cscc.kernel.ReviewWeek;

/**
 * The cut of a week: 06:00 on the Chicago wall clock two days after the week is over, so that the
 * feed's lag of 48 hours has passed. With weeks from Sunday that is Tuesday 06:00, 53 to 55 hours
 * after the week's end because the clocks change on some of these nights.
 *
 * @param weekStart the weekday on which weeks begin
 */
record WeeklyCut(DayOfWeek weekStart) implements Schedule {
  private static final LocalTime HOUR = LocalTime.of(6, 0);
  private static final int DAYS_AFTER = 2;

  /** The cut of a week. */
  Instant of(ReviewWeek week) {
    return week.firstDay()
        .plusDays(7 + DAYS_AFTER)
        .atTime(HOUR)
        .atZone(ReviewWeek.CHICAGO)
        .toInstant();
  }

  /** The newest week whose cut has passed; at the cut itself it has. */
  ReviewWeek lastClosed(Instant now) {
    ReviewWeek week = holding(now);
    while (of(week).isAfter(now)) {
      week = week.previous();
    }
    return week;
  }

  /** The first cut after an instant. */
  Instant next(Instant now) {
    return of(lastClosed(now).next());
  }

  /** The week that an instant lies in. */
  ReviewWeek holding(Instant instant) {
    return ReviewWeek.holding(instant.atZone(ReviewWeek.CHICAGO).toLocalDate(), weekStart);
  }

  @Override
  public Instant getInitialExecutionTime(Instant now) {
    return next(now);
  }

  @Override
  public Instant getNextExecutionTime(ExecutionComplete complete) {
    return next(complete.getTimeDone());
  }

  @Override
  public boolean isDeterministic() {
    return true;
  }
}
