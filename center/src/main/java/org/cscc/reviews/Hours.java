package org.cscc.reviews;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.cscc.patterns.HourTable;

/**
 * When it happened, as the packet shows it: weekdays down, eight bands of three hours across, which
 * fits a phone and a coat pocket. The stored table keeps every hour.
 *
 * @param rows one a weekday, in the order of the review week
 * @param highest the greatest count of a cell
 */
record Hours(HourTable table, List<Row> rows, int highest) {
  private static final int BAND = 3;
  private static final int STEPS = 4;

  /** One weekday. */
  record Row(DayOfWeek day, List<Integer> counts) {}

  static Hours of(HourTable table) {
    List<Row> rows =
        table.rows().stream().map(row -> new Row(row.day(), banded(row.counts()))).toList();
    int highest =
        rows.stream()
            .flatMap(row -> row.counts().stream())
            .mapToInt(count -> count)
            .max()
            .orElse(0);
    return new Hours(table, rows, highest);
  }

  /** First hours of the bands. */
  public List<Integer> starts() {
    List<Integer> starts = new ArrayList<>();
    for (int hour = 0; hour < 24; hour += BAND) {
      starts.add(hour);
    }
    return starts;
  }

  /** Shade of a cell: 0 for none, then 1 to 4 in equal parts of the greatest count. */
  public int step(int count) {
    if (count <= 0) {
      return 0;
    }
    return highest <= STEPS ? count : Math.ceilDiv(count * STEPS, highest);
  }

  private static List<Integer> banded(List<Integer> hours) {
    List<Integer> bands = new ArrayList<>();
    for (int hour = 0; hour < hours.size(); hour += BAND) {
      bands.add(hours.subList(hour, hour + BAND).stream().mapToInt(count -> count).sum());
    }
    return bands;
  }
}
