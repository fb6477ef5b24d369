package org.cscc.reviews;

import java.time.LocalDate;
import java.util.List;

/**
 * The meetings of some weeks, as a list shows them.
 *
 * @param from first day of the week that the list begins with
 * @param slipped those whose hour is over and that were not held, whichever week they are of
 * @param withoutRule teams within reach that have no rule of days
 */
record MeetingList(
    LocalDate from, List<Week> weeks, List<Line> slipped, List<String> withoutRule, int thisWeek) {
  /**
   * The meetings held in one week, in order.
   *
   * @param firstDay of the week they are held in
   */
  record Week(LocalDate firstDay, List<Line> lines) {
    public LocalDate lastDay() {
      return firstDay.plusDays(6);
    }
  }

  /**
   * One meeting.
   *
   * @param dayOff whether City offices are closed on its day
   */
  record Line(Meeting meeting, String teamName, boolean dayOff, boolean mine) {}

  public LocalDate earlier() {
    return from.minusWeeks(2);
  }

  public LocalDate later() {
    return from.plusWeeks(2);
  }
}
