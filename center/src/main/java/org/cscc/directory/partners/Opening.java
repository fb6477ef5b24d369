package org.cscc.directory.partners;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * Hours of one weekday at a place, on the clock of Chicago.
 *
 * @param closes after {@code opens}, the same day
 */
record Opening(DayOfWeek day, LocalTime opens, LocalTime closes) implements Comparable<Opening> {
  @Override
  public int compareTo(Opening other) {
    int byDay = day.compareTo(other.day);
    return byDay == 0 ? opens.compareTo(other.opens) : byDay;
  }
}
