package org.cscc.patterns;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * When it happened: incidents (not people) by weekday and hour of the Chicago wall clock. The hour
 * that the clocks repeat in November holds both; the one they skip in March holds none that day.
 *
 * @param from first day
 * @param to last day, included
 * @param rows one row a weekday, in the order of the review week, 24 hours each
 * @param unknownHour incidents whose hour the feed does not give; they are in no row
 * @param n incidents in all, those without an hour included
 */
public record HourTable(LocalDate from, LocalDate to, List<Row> rows, int unknownHour, int n) {

  /**
   * One weekday.
   *
   * @param counts 24 counts, from midnight
   */
  public record Row(DayOfWeek day, List<Integer> counts) {
    /** Incidents of the weekday with a known hour. */
    public int sum() {
      return counts.stream().mapToInt(Integer::intValue).sum();
    }
  }

  /** The largest single count, for shading. */
  public int largest() {
    return rows.stream().flatMap(row -> row.counts().stream()).max(Integer::compare).orElse(0);
  }
}
