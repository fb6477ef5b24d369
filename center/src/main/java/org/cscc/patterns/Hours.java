package org.cscc.patterns;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cscc.analysis.HourByWeekday;

/** Lays incidents out by weekday and hour. */
final class Hours {
  private Hours() {}

  /**
   * The incidents of the last days up to an epoch day, weekdays in the order of the review week.
   */
  static HourTable last(int days, Part part, int day, DayOfWeek weekStart) {
    List<Happening> happenings = part.between(day - days + 1, day);
    HourByWeekday table =
        HourByWeekday.of(
            happenings.stream().mapToInt(Hours::weekday).toArray(),
            happenings.stream().mapToInt(Happening::hour).toArray());
    List<HourTable.Row> rows = new ArrayList<>();
    for (int after = 0; after < 7; after++) {
      rows.add(row(table, weekStart.plus(after)));
    }
    return new HourTable(
        LocalDate.ofEpochDay(day - days + 1),
        LocalDate.ofEpochDay(day),
        List.copyOf(rows),
        table.unknown(),
        happenings.size());
  }

  private static HourTable.Row row(HourByWeekday table, DayOfWeek weekday) {
    List<Integer> counts = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      counts.add(table.count(weekday, hour));
    }
    return new HourTable.Row(weekday, List.copyOf(counts));
  }

  private static int weekday(Happening happening) {
    return LocalDate.ofEpochDay(happening.day()).getDayOfWeek().getValue();
  }
}
