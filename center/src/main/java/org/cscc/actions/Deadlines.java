package org.cscc.actions;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.cscc.kernel.BusinessCalendar;
import org.cscc.kernel.WallClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * When something is due, and when it rises. Hours are hours that pass; days keep the time of day on
 * the wall clock. What is counted in days rises on a business day, and whoever it rose to has a
 * whole business day to act before it rises further.
 */
@Component
public class Deadlines {
  private static final int LEVELS = 3;
  private final Map<Priority, Duration> due = new EnumMap<>(Priority.class);
  private final Duration[] rise;
  private final Duration urgentRise;
  private final Duration check;
  private final BusinessCalendar calendar;

  Deadlines(
      BusinessCalendar calendar,
      @Value("${cscc.actions.due.p1:24h}") Duration p1,
      @Value("${cscc.actions.due.p2:72h}") Duration p2,
      @Value("${cscc.actions.due.p3:7d}") Duration p3,
      @Value("${cscc.actions.due.p4:30d}") Duration p4,
      @Value("${cscc.actions.rise.first:24h}") Duration first,
      @Value("${cscc.actions.rise.first-p1:4h}") Duration firstUrgent,
      @Value("${cscc.actions.rise.second:72h}") Duration second,
      @Value("${cscc.actions.rise.third:7d}") Duration third,
      @Value("${cscc.actions.check:10d}") Duration check) {
    this.calendar = calendar;
    due.put(Priority.P1, p1);
    due.put(Priority.P2, p2);
    due.put(Priority.P3, p3);
    due.put(Priority.P4, p4);
    this.rise = new Duration[] {first, second, third};
    this.urgentRise = firstUrgent;
    this.check = check;
  }

  /** Until when something of a priority is to be done that was given out now (R-HRIT-05). */
  public Instant due(Priority priority, Instant now) {
    return after(priority, now, due.getOrDefault(priority, Duration.ZERO));
  }

  /**
   * When something rises to a level, counted from when it was due.
   *
   * @param level 1 to 3
   */
  public Instant rises(Priority priority, Instant dueAt, int level) {
    if (level < 1 || level > LEVELS) {
      throw new IllegalArgumentException("There is no level " + level);
    }
    Duration wait = level == 1 && priority == Priority.P1 ? urgentRise : rise[level - 1];
    Instant at = after(priority, dueAt, wait);
    if (priority.inHours()) {
      return at;
    }
    Instant open = calendar.onBusinessDay(at);
    return level == 1 ? open : later(open, dayAfter(rises(priority, dueAt, level - 1)));
  }

  /** A weekend moves the lower level on: without this the next one would come with it. */
  private Instant dayAfter(Instant rose) {
    return calendar.onBusinessDay(WallClock.afterDays(rose, 1));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Until when a claim can be verified or reopened by those who are near. */
  public Instant checkUntil(Instant claimed) {
    return WallClock.afterDays(claimed, checkDays());
  }

  /** How many days they have for it. */
  public int checkDays() {
    return Math.toIntExact(check.toDays());
  }

  private static Instant after(Priority priority, Instant from, Duration wait) {
    return priority.inHours()
        ? from.plus(wait)
        : WallClock.afterDays(from, Math.toIntExact(wait.toDays()));
  }
}
