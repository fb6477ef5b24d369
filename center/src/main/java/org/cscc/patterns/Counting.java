package org.cscc.patterns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.cscc.analysis.YearToDate;

/** Counts people harmed on one ground and holds them against what is usual there (M-1, M-2). */
final class Counting {
  /** 52 weeks, so that an earlier year's window ends on the same weekday. */
  private static final int YEAR_OF_WEEKS = 364;

  /** How many weeks either side of the same week an earlier year is asked, too. */
  private static final int WEEKS_AROUND = 2;

  private static final int YEARS_BACK = 3;
  private static final int WEEKS_SHOWN = 52;

  private final Part part;
  private final int day;
  private final Function<Harm, LocalDate> recordsFrom;

  /**
   * Counts what ends on an epoch day.
   *
   * @param recordsFrom first day of the records of the whole city: before it, nothing is known
   */
  Counting(Part part, int day, Function<Harm, LocalDate> recordsFrom) {
    this.part = part;
    this.day = day;
    this.recordsFrom = recordsFrom;
  }

  Numbers numbers() {
    List<SpanCount> spans = Arrays.stream(Span.values()).map(this::span).toList();
    List<YearSoFar> years = Arrays.stream(Harm.values()).map(this::yearSoFar).toList();
    List<Change> changes = List.of(change(Span.WEEK), change(Span.FOUR_WEEKS));
    return new Numbers(spans, changes, years, part.between(day - 6, day).size());
  }

  /** The last 52 weeks that end on the weekday of the day, oldest first. */
  List<WeekPoint> weeks() {
    List<WeekPoint> weeks = new ArrayList<>();
    for (int back = WEEKS_SHOWN - 1; back >= 0; back--) {
      int last = day - 7 * back;
      Counted all = counted(Harm.ALL, last - 6, last);
      weeks.add(
          new WeekPoint(
              LocalDate.ofEpochDay(last),
              part.count(Harm.KILLED, last - 6, last),
              part.count(Harm.INJURED, last - 6, last),
              all.usual()));
    }
    return weeks;
  }

  /** The counts of one span. */
  SpanCount span(Span span) {
    int from = span.from(day);
    int to = span.to(day);
    return new SpanCount(
        span,
        LocalDate.ofEpochDay(from),
        LocalDate.ofEpochDay(to),
        counted(Harm.ALL, from, to),
        counted(Harm.KILLED, from, to),
        counted(Harm.INJURED, from, to));
  }

  private Change change(Span span) {
    int from = span.from(day);
    int before = part.count(Harm.ALL, from - span.days(), from - 1);
    return Change.between(span, before, part.count(Harm.ALL, from, day));
  }

  private YearSoFar yearSoFar(Harm harm) {
    return YearSoFar.of(
        harm, YearToDate.of(LocalDate.ofEpochDay(day), part.days(harm), recordsFrom.apply(harm)));
  }

  private Counted counted(Harm harm, int from, int to) {
    return Counted.against(part.count(harm, from, to), earlier(harm, from, to));
  }

  /**
   * Counts of the same stretch of earlier years. A week is held against the same week of each of
   * the three years before and the two weeks either side of it; a longer stretch against itself.
   */
  private long[] earlier(Harm harm, int from, int to) {
    int days = to - from + 1;
    int year = days == Span.YEAR.days() ? days : YEAR_OF_WEEKS;
    int around = days == 7 ? WEEKS_AROUND : 0;
    long known = recordsFrom.apply(harm).toEpochDay();
    List<Integer> counts = new ArrayList<>();
    for (int years = 1; years <= YEARS_BACK; years++) {
      for (int weeks = -around; weeks <= around; weeks++) {
        int shift = years * year + 7 * weeks;
        if (from - shift >= known) {
          counts.add(part.count(harm, from - shift, to - shift));
        }
      }
    }
    return counts.stream().mapToLong(Integer::longValue).toArray();
  }
}
