package org.cscc.analysis;

import java.util.Arrays;

/**
 * M-1: counts over the last 7, 28 and 365 days. A window of {@code w} days that ends on day {@code
 * d} holds the days {@code d - w + 1 .. d}, both included.
 *
 * @param endDay last day counted, as an epoch day
 * @param last7 count over 7 days
 * @param last28 count over 28 days
 * @param last365 count over 365 days
 * @param provenance method and settings
 */
public record RollingCounts(int endDay, int last7, int last28, int last365, Provenance provenance) {

  /**
   * Counts over the three windows.
   *
   * @param sortedDays epoch day of each event, ascending
   * @throws InvalidInput when the days are not sorted
   */
  public static RollingCounts endingOn(int endDay, int[] sortedDays) {
    Require.sorted("days", sortedDays);
    return new RollingCounts(
        endDay,
        counted(sortedDays, endDay - 6, endDay),
        counted(sortedDays, endDay - 27, endDay),
        counted(sortedDays, endDay - 364, endDay),
        Provenance.of("Rolling counts", sortedDays.length, Caution.SMALL_COUNTS)
            .with("windows_days", "7, 28, 365"));
  }

  /** Number of events from one day to another, both included; the array must be sorted. */
  public static int between(int[] sortedDays, int from, int to) {
    Require.sorted("days", sortedDays);
    return counted(sortedDays, from, to);
  }

  /** Without the check, for days that were found in order before. */
  static int counted(int[] sortedDays, int from, int to) {
    return to < from ? 0 : firstAtOrAfter(sortedDays, to + 1L) - firstAtOrAfter(sortedDays, from);
  }

  private static int firstAtOrAfter(int[] sortedDays, long day) {
    if (day > Integer.MAX_VALUE) {
      return sortedDays.length;
    }
    int at = Arrays.binarySearch(sortedDays, (int) day);
    if (at < 0) {
      return -at - 1;
    }
    while (at > 0 && sortedDays[at - 1] == day) {
      at--;
    }
    return at;
  }
}
