package org.cscc.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** One series of counts, or one for each area, oldest row first. */
final class SeriesOptions {
  @Option(
      names = "--period",
      defaultValue = "week",
      paramLabel = "COLUMN",
      description = "Date or number of each period (default: ${DEFAULT-VALUE})")
  private String period = "week";

  @Option(
      names = "--count",
      defaultValue = "count",
      paramLabel = "COLUMN",
      description = "Events in the period (default: ${DEFAULT-VALUE})")
  private String count = "count";

  @Option(names = "--by", paramLabel = "COLUMN", description = "One series for each area")
  private @Nullable String by;

  /**
   * A series.
   *
   * @param area whose it is
   * @param periods what each period is called
   * @param counts events of each period
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Series(String area, List<String> periods, int[] counts) {}

  List<Series> of(Columns columns) {
    int[] counts = columns.counts(count);
    List<String> periods = columns.texts(period);
    List<String> areas = by == null ? List.of() : columns.texts(by);
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int i = 0; i < counts.length; i++) {
      String area = areas.isEmpty() ? "all" : areas.get(i);
      List<Integer> own = rows.computeIfAbsent(area, none -> new ArrayList<>());
      if (!own.isEmpty() && later(periods.get(own.getLast()), periods.get(i))) {
        throw new Refused(
            columns.at(period, i) + ": the periods must ascend, oldest first: sort the file");
      }
      own.add(i);
    }
    List<Series> series = new ArrayList<>();
    rows.forEach(
        (area, own) ->
            series.add(
                new Series(
                    area,
                    own.stream().map(periods::get).toList(),
                    own.stream().mapToInt(i -> counts[i]).toArray())));
    return series;
  }

  /** Numbers by size, dates like 2026-11-23 by their letters. */
  private static boolean later(String first, String second) {
    try {
      return Double.parseDouble(first) >= Double.parseDouble(second);
    } catch (NumberFormatException e) {
      return first.compareTo(second) >= 0;
    }
  }
}
