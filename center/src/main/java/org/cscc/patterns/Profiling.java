package org.cscc.patterns;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * Makes profiles of one day: what the whole city shares (its numbers, the open windows) is computed
 * once, however many grounds are asked for.
 */
final class Profiling {
  private final History history;
  private final Basis basis;
  private final LocalDate day;
  private final DayOfWeek weekStart;
  private final Windows windows;
  private final BlockScoreRule score;
  private final Numbers city;

  Profiling(
      History history,
      Basis basis,
      LocalDate day,
      DayOfWeek weekStart,
      NearRepeatRule rule,
      BlockScoreRule score) {
    this.score = score;
    this.history = history;
    this.basis = basis;
    this.day = day;
    this.weekStart = weekStart;
    this.windows = new Windows(history, epochDay(), rule);
    this.city = counting(history.on(Extent.CITY)).numbers();
  }

  Profile of(Extent extent) {
    Part part = history.on(extent);
    Counting counting = counting(part);
    List<ScoredBlock> blocks = Blocks.ranked(history, extent, epochDay(), score);
    return new Profile(
        extent,
        day,
        counting.numbers(),
        city,
        counting.weeks(),
        Hours.last(28, part, epochDay(), weekStart),
        Hours.last(365, part, epochDay(), weekStart),
        blocks.stream().limit(Profile.BLOCKS).toList(),
        blocks.size(),
        windows.open(extent),
        windows.nearRepeats(extent),
        basis,
        score,
        windows.rule());
  }

  /** Near-repeat windows open on the day that touch the ground. */
  List<OpenWindow> openWindows(Extent extent) {
    return windows.open(extent);
  }

  /** Incidents of the last seven days on the ground that fell into an earlier window. */
  List<NearRepeat> nearRepeats(Extent extent) {
    return windows.nearRepeats(extent);
  }

  /** The week of a team in one line. */
  TeamLine line(Extent extent) {
    return new TeamLine(
        extent, counting(history.on(extent)).span(Span.WEEK), windows.open(extent).size());
  }

  Basis basis() {
    return basis;
  }

  private Counting counting(Part part) {
    return new Counting(part, epochDay(), harm -> history.recordsFrom(harm).orElse(day));
  }

  private int epochDay() {
    return Math.toIntExact(day.toEpochDay());
  }
}
