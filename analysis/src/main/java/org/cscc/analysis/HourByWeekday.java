package org.cscc.analysis;

import java.time.DayOfWeek;

/**
 * Events by weekday and hour of the local clock: 7 rows (Monday first) of 24 columns. An event
 * without a known hour is counted apart, never at midnight.
 */
public final class HourByWeekday {
  /** The hour of an event whose hour is not known. */
  public static final int UNKNOWN_HOUR = -1;

  private final int[][] counts = new int[7][24];
  private final Provenance provenance;
  private int unknown;

  private HourByWeekday(int n) {
    provenance = Provenance.of("Hour by weekday", n, Caution.SMALL_COUNTS);
  }

  /**
   * Counts events.
   *
   * @param weekdays ISO weekday of each event, 1 Monday to 7 Sunday
   * @param hours hour of each event, 0 to 23, or {@link #UNKNOWN_HOUR}
   * @throws InvalidInput when the lengths differ or a value is out of range
   */
  public static HourByWeekday of(int[] weekdays, int[] hours) {
    Require.sameLength("hours", weekdays.length, hours.length);
    HourByWeekday table = new HourByWeekday(weekdays.length);
    for (int i = 0; i < weekdays.length; i++) {
      Require.between("weekdays[" + i + "]", weekdays[i], 1, 7);
      Require.between("hours[" + i + "]", hours[i], UNKNOWN_HOUR, 23);
      if (hours[i] == UNKNOWN_HOUR) {
        table.unknown++;
      } else {
        table.counts[weekdays[i] - 1][hours[i]]++;
      }
    }
    return table;
  }

  /** Events of one weekday and hour. */
  public int count(DayOfWeek day, int hour) {
    Require.known("hour", hour, 24);
    return counts[day.getValue() - 1][hour];
  }

  /** Events of one weekday with a known hour. */
  public int count(DayOfWeek day) {
    int sum = 0;
    for (int count : counts[day.getValue() - 1]) {
      sum += count;
    }
    return sum;
  }

  /** Events of one hour, all weekdays. */
  public int count(int hour) {
    Require.known("hour", hour, 24);
    int sum = 0;
    for (int[] row : counts) {
      sum += row[hour];
    }
    return sum;
  }

  /** The largest single cell, for shading. */
  public int largest() {
    int largest = 0;
    for (int[] row : counts) {
      for (int count : row) {
        largest = Math.max(largest, count);
      }
    }
    return largest;
  }

  /** Events whose hour is not known. */
  public int unknown() {
    return unknown;
  }

  /** Method and n. */
  public Provenance provenance() {
    return provenance;
  }
}
