package org.cscc.tabletops;

import java.time.Instant;
import org.cscc.kernel.WallClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How long a report takes, how far a story keeps from what happened, and from how many on. */
@Component
class ExerciseTimes {
  private final int reportDays;
  private final int nearDays;
  private final int fictionMonths;
  private final int smallest;

  ExerciseTimes(
      @Value("${cscc.tabletops.report-days:14}") int reportDays,
      @Value("${cscc.tabletops.near-days:5}") int nearDays,
      @Value("${cscc.tabletops.fiction-months:12}") int fictionMonths,
      @Value("${cscc.tabletops.smallest:5}") int smallest) {
    this.reportDays = reportDays;
    this.nearDays = nearDays;
    this.fictionMonths = fictionMonths;
    this.smallest = smallest;
  }

  /** Until when the report of an exercise is to be finished: days of Chicago's wall clock. */
  Instant due(Instant held) {
    return WallClock.afterDays(held, reportDays);
  }

  int reportDays() {
    return reportDays;
  }

  /** So many days before it is due, the report stands on the first page of who owes it. */
  int nearDays() {
    return nearDays;
  }

  /** A block on which something happened within so many months is named in no story. */
  int fictionMonths() {
    return fictionMonths;
  }

  /** A share or a median of fewer is not told. */
  int smallest() {
    return smallest;
  }
}
