package org.cscc.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * M-1: from 1 January to a day, against the same dates of the three years before. On 29 February an
 * earlier year ends on its 28 February; each window states its own number of days and the test uses
 * them. A year that the data does not cover from its first day is absent, never zero.
 *
 * @param day last day counted
 * @param count events this year
 * @param days days in this year's window
 * @param earlier the covered ones of the three years before, latest first
 * @param change exact test against last year, when last year is covered
 * @param usual usual range from the covered years, when all three are covered
 * @param provenance method and settings
 */
public record YearToDate(
    LocalDate day,
    int count,
    int days,
    List<Year> earlier,
    Optional<PoissonTest.TwoWindows> change,
    Optional<UsualRange> usual,
    Provenance provenance) {

  /**
   * The same dates of one earlier year.
   *
   * @param year calendar year
   * @param count events from 1 January to the same date
   * @param days days in the window
   */
  public record Year(int year, int count, int days) {}

  /**
   * Counts this year and the three before it.
   *
   * @param sortedDays epoch day of each event, ascending
   * @param coveredFrom first day for which the data is complete
   * @throws InvalidInput when the days are not sorted
   */
  public static YearToDate of(LocalDate day, int[] sortedDays, LocalDate coveredFrom) {
    Require.sorted("days", sortedDays);
    Year current = year(day, sortedDays);
    List<Year> earlier = new ArrayList<>();
    for (int back = 1; back <= 3; back++) {
      LocalDate sameDay = day.minusYears(back);
      if (!sameDay.withDayOfYear(1).isBefore(coveredFrom)) {
        earlier.add(year(sameDay, sortedDays));
      }
    }
    boolean lastYear = !earlier.isEmpty() && earlier.getFirst().year() == day.getYear() - 1;
    Optional<PoissonTest.TwoWindows> change =
        lastYear ? Optional.of(change(earlier.getFirst(), current)) : Optional.empty();
    Optional<UsualRange> usual =
        earlier.size() == 3
            ? Optional.of(UsualRange.from(earlier.stream().mapToLong(Year::count).toArray()))
            : Optional.empty();
    return new YearToDate(
        day,
        current.count(),
        current.days(),
        List.copyOf(earlier),
        change,
        usual,
        Provenance.of("Year to date", sortedDays.length, Caution.BURSTS)
            .with("covered_from", coveredFrom));
  }

  /** Mean of the three years before; empty unless all three are covered. */
  public OptionalDouble threeYearMean() {
    return earlier.size() < 3
        ? OptionalDouble.empty()
        : earlier.stream().mapToInt(Year::count).average();
  }

  private static PoissonTest.TwoWindows change(Year before, Year now) {
    return PoissonTest.twoWindows(before.count(), before.days(), now.count(), now.days());
  }

  private static Year year(LocalDate day, int[] sortedDays) {
    int to = Math.toIntExact(day.toEpochDay());
    int count = RollingCounts.counted(sortedDays, to - day.getDayOfYear() + 1, to);
    return new Year(day.getYear(), count, day.getDayOfYear());
  }
}
