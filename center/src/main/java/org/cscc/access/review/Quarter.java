package org.cscc.access.review;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** A quarter of a year. */
record Quarter(int year, int number) {
  static Quarter of(LocalDate day) {
    return new Quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
  }

  Quarter next() {
    return number == 4 ? new Quarter(year + 1, 1) : new Quarter(year, number + 1);
  }

  LocalDate lastDay() {
    return LocalDate.of(year, 3 * number, 1).plusMonths(1).minusDays(1);
  }
}
