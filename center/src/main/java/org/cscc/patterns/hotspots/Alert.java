package org.cscc.patterns.hotspots;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * More incidents in a circle over the last days than place alone and day alone would explain.
 *
 * @param lon longitude of its middle
 * @param lat latitude of its middle
 * @param metres radius
 * @param area area of its middle; 0 when unmapped
 * @param from first day
 * @param to last day, the last one of the data
 * @param incidents incidents in it
 * @param inCircle incidents of the year in the circle
 * @param inDays incidents of the days in the whole city
 * @param inAll incidents of the year in the whole city
 * @param expected {@code inCircle * inDays / inAll}
 * @param ratio log likelihood ratio
 * @param p share of permutations whose best circle is at least as good
 * @param recurrenceDays chance alone shows one like it once in so many days of daily looking
 * @param raised rare enough to be told
 * @param ids its incidents, newest first
 */
record Alert(
    double lon,
    double lat,
    double metres,
    int area,
    LocalDate from,
    LocalDate to,
    int incidents,
    int inCircle,
    int inDays,
    int inAll,
    double expected,
    double ratio,
    double p,
    double recurrenceDays,
    boolean raised,
    List<UUID> ids) {
  /** Whether the numbers behind the expectation were kept; early computations did not. */
  public boolean explained() {
    return inAll > 0;
  }

  /** p for people. */
  public String saidP() {
    return Said.p(p);
  }

  /** Days it lasted, first and last included. */
  public long days() {
    return to.toEpochDay() - from.toEpochDay() + 1;
  }
}
