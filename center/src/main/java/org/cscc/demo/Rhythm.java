package org.cscc.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** When violence happens in the synthetic city: summers, weekends, evenings. */
final class Rhythm {
  private static final int HOTTEST_DAY = 205;
  private static final double MEAN_OF_SEASON = 1.1;

  /** Relative weight of each hour from midnight. */
  private static final Draw<Integer> HOURS =
      new Draw<>(
          IntStream.range(0, 24).boxed().toList(),
          List.of(
              6.5, 6.0, 5.5, 4.2, 3.0, 2.0, 1.4, 1.3, 1.5, 1.8, 2.2, 2.8, 3.2, 3.6, 4.2, 4.8, 5.2,
              5.6, 6.0, 6.4, 6.8, 7.4, 7.6, 7.0));

  private Rhythm() {}

  /**
   * The season times the weekday, 1 on average over whole years: summer to winter as 1.6 to 0.6,
   * Saturday and Sunday a third above the week.
   */
  static double of(LocalDate day) {
    double season = 1.1 + 0.5 * Math.cos(2 * Math.PI * (day.getDayOfYear() - HOTTEST_DAY) / 365.25);
    return season / MEAN_OF_SEASON * weekday(day.getDayOfWeek());
  }

  private static double weekday(DayOfWeek day) {
    return switch (day) {
      case SATURDAY, SUNDAY -> 1.30;
      case FRIDAY -> 1.04;
      case MONDAY -> 0.88;
      default -> 0.8266666666666667;
    };
  }

  static LocalTime time(RandomGenerator random) {
    return LocalTime.of(HOURS.next(random), random.nextInt(60));
  }
}
