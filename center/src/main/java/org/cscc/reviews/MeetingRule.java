package org.cscc.reviews;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * On which days a team meets: a recurrence rule of RFC 5545 over days. The hour is kept beside it,
 * on Chicago's wall clock, so that the change of clocks moves nothing.
 */
final class MeetingRule {
  /** One meeting a review week, whatever the rule says otherwise. */
  static final String ONE_A_WEEK = "R-HRIT-01";

  /** Weeks that a new rule is tried on: a year, so that every month and the holidays are in it. */
  private static final int TRIED_WEEKS = 53;

  private static final Set<String> OF_DAYS =
      Set.of(
          "FREQ",
          "INTERVAL",
          "WKST",
          "BYDAY",
          "BYMONTH",
          "BYMONTHDAY",
          "BYSETPOS",
          "BYWEEKNO",
          "BYYEARDAY");

  private final RecurrenceRule rule;
  private final LocalDate from;

  private MeetingRule(RecurrenceRule rule, LocalDate from) {
    this.rule = rule;
    this.from = from;
  }

  /**
   * Reads a rule.
   *
   * @param from the first day it counts from
   * @throws Refused R-MEET-08 when it is none, or one of hours, or one that ends
   */
  static MeetingRule read(String written, LocalDate from) {
    for (String part : written.strip().split(";", -1)) {
      String name = part.substring(0, Math.max(0, part.indexOf('='))).toUpperCase(Locale.ROOT);
      if (!name.isEmpty() && !OF_DAYS.contains(name)) {
        throw new Refused(Refused.Kind.INVALID, "R-MEET-08", "reviews.refused.rule-part", name);
      }
    }
    try {
      return new MeetingRule(new RecurrenceRule(written.strip()), from);
    } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
      throw new Refused(Refused.Kind.INVALID, "R-MEET-08", "reviews.refused.rule");
    }
  }

  /** Days of the rule from one day to another, both included. */
  List<LocalDate> days(LocalDate first, LocalDate last) {
    List<LocalDate> days = new ArrayList<>();
    RecurrenceRuleIterator each =
        rule.iterator(new DateTime(from.getYear(), from.getMonthValue() - 1, from.getDayOfMonth()));
    if (first.isAfter(from)) {
      each.fastForward(
          new DateTime(first.getYear(), first.getMonthValue() - 1, first.getDayOfMonth()));
    }
    while (each.hasNext()) {
      DateTime next = each.nextDateTime();
      LocalDate day = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
      if (day.isAfter(last)) {
        break;
      }
      if (!day.isBefore(first)) {
        days.add(day);
      }
    }
    return days;
  }

  /**
   * Refuses a rule that leaves a review week without a meeting, or gives it two.
   *
   * @throws Refused R-HRIT-01 with the first week of which that is so
   */
  void mustMeetOnceEachWeek(ReviewWeek first) {
    ReviewWeek week = first;
    for (int tried = 0; tried < TRIED_WEEKS; tried++) {
      int meetings = days(week.firstDay(), week.lastDay()).size();
      if (meetings != 1) {
        throw new Refused(
            Refused.Kind.INVALID,
            ONE_A_WEEK,
            "reviews.refused.rule-weeks",
            meetings,
            week.firstDay());
      }
      week = week.next();
    }
  }
}
