package org.cscc.patterns;

import java.util.Locale;

/** A stretch of days that ends on the day of a profile, or just before it. */
public enum Span {
  /** The seven days that end on the day: the review week, when the day is its last. */
  WEEK(7, 0),
  /** The seven days before those. */
  PREVIOUS_WEEK(7, 7),
  /** The last 28 days. */
  FOUR_WEEKS(28, 0),
  /** The last 365 days. */
  YEAR(365, 0);

  private final int days;
  private final int endsBefore;

  Span(int days, int endsBefore) {
    this.days = days;
    this.endsBefore = endsBefore;
  }

  /** How many days it has. */
  public int days() {
    return days;
  }

  /** First epoch day, for a profile of the given epoch day. */
  int from(int day) {
    return to(day) - days + 1;
  }

  /** Last epoch day, for a profile of the given epoch day. */
  int to(int day) {
    return day - endsBefore;
  }

  /** Key of the words, such as {@code patterns.span.four-weeks}. */
  public String key() {
    return "patterns.span." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
