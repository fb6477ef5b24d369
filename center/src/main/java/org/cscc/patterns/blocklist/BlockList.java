package org.cscc.patterns.blocklist;

import java.time.LocalDate;
import java.util.List;

/**
 * One version of the list.
 *
 * @param quarter such as {@code 2026-Q4}
 * @param effectiveFrom its first day
 * @param approvedBy account that decided
 * @param blocks by area and block, never by number of incidents
 */
record BlockList(
    int version,
    String quarter,
    LocalDate effectiveFrom,
    String approvedBy,
    List<ListedBlock> blocks) {

  /** The quarter that holds a day. */
  static String quarterOf(LocalDate day) {
    return day.getYear() + "-Q" + (1 + (day.getMonthValue() - 1) / 3);
  }

  /** The first day of the quarter after the one that holds a day. */
  static LocalDate nextQuarter(LocalDate day) {
    return day.withDayOfMonth(1).withMonth(3 * ((day.getMonthValue() - 1) / 3) + 1).plusMonths(3);
  }
}
