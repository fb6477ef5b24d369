package org.cscc.patterns;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An hour table in bands of three hours, bands down and weekdays across: a month holds too few
 * incidents for 168 cells, and seven columns fit a phone. The file beside it has every hour.
 *
 * @param table what it was made of
 * @param days the weekdays across
 * @param bands eight bands from midnight
 */
record HourBands(HourTable table, List<DayOfWeek> days, List<Band> bands) {
  private static final int HOURS = 3;
  private static final int STEPS = 4;

  /** One band: from an hour to before another, a cell a weekday. */
  record Band(int from, int to, List<Cell> cells) {}

  /** A count and its shade, 0 (none) to 4. */
  record Cell(int count, int step) {}

  static HourBands of(HourTable table) {
    List<List<Integer>> counts = new ArrayList<>();
    for (int from = 0; from < 24; from += HOURS) {
      counts.add(counts(table, from));
    }
    int most = counts.stream().flatMap(List::stream).max(Integer::compare).orElse(0);
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      List<Cell> cells = counts.get(i).stream().map(count -> cell(count, most)).toList();
      bands.add(new Band(i * HOURS, (i + 1) * HOURS, cells));
    }
    return new HourBands(table, table.rows().stream().map(HourTable.Row::day).toList(), bands);
  }

  private static List<Integer> counts(HourTable table, int from) {
    return table.rows().stream()
        .map(row -> row.counts().subList(from, from + HOURS).stream().reduce(0, Integer::sum))
        .toList();
  }

  private static Cell cell(int count, int most) {
    return new Cell(count, count == 0 ? 0 : Math.ceilDiv(count * STEPS, Math.max(most, STEPS)));
  }

  /** A weekday in three letters or so. */
  public String shortName(DayOfWeek day, Locale language) {
    return day.getDisplayName(TextStyle.SHORT, language);
  }

  /** A weekday. */
  public String fullName(DayOfWeek day, Locale language) {
    return day.getDisplayName(TextStyle.FULL, language);
  }
}
