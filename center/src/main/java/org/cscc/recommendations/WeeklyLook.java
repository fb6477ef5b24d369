package org.cscc.recommendations;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.WallClock;

/**
 * When the director looks at a week: on the Thursday after its packets, at five in the evening on
 * Chicago's wall clock. With weeks from Sunday that is the twelfth day after the week began.
 *
 * @param weekStart the weekday on which weeks begin
 */
record WeeklyLook(DayOfWeek weekStart) implements Schedule {
  private static final LocalTime HOUR = LocalTime.of(17, 0);
  private static final LocalTime CUT = LocalTime.of(6, 0);

  /** The packets of a week are cut so many days after its first day. */
  private static final int DAYS_TO_CUT = 9;

  /** When a week is looked at. */
  Instant of(ReviewWeek week) {
    LocalDate cut = week.firstDay().plusDays(DAYS_TO_CUT);
    return WallClock.at(cut.with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY)), HOUR);
  }

  /** When the packets of a week were prepared. */
  Instant cutOf(ReviewWeek week) {
    return WallClock.at(week.firstDay().plusDays(DAYS_TO_CUT), CUT);
  }

  /** The newest week whose hour has come; at that hour it has. */
  ReviewWeek newest(Instant now) {
    ReviewWeek week = ReviewWeek.holding(WallClock.dayOf(now), weekStart);
    while (of(week).isAfter(now)) {
      week = week.previous();
    }
    return week;
  }

  /** The week that holds a day. */
  ReviewWeek holding(LocalDate day) {
    return ReviewWeek.holding(day, weekStart);
  }

  @Override
  public Instant getInitialExecutionTime(Instant now) {
    return of(newest(now).next());
  }

  @Override
  public Instant getNextExecutionTime(ExecutionComplete complete) {
    return of(newest(complete.getTimeDone()).next());
  }

  @Override
  public boolean isDeterministic() {
    return true;
  }
}
