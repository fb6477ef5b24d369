package org.cscc.weekend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Friday noon to Monday 7:00, whatever the clocks on the wall do on the Sunday between. */
class WeekendHoursTests {
  @ParameterizedTest
  @CsvSource({
    "2026-11-20, 2026-11-20T12:00-06:00, 2026-11-23T07:00-06:00, 67",
    "2026-10-30, 2026-10-30T12:00-05:00, 2026-11-02T07:00-06:00, 68", // the clocks go back
    "2027-03-12, 2027-03-12T12:00-06:00, 2027-03-15T07:00-05:00, 66", // and forward
    "2026-12-25, 2026-12-25T12:00-06:00, 2026-12-28T07:00-06:00, 67",
  })
  void aWeekendIsCountedOnTheWallClock(
      LocalDate friday, OffsetDateTime from, OffsetDateTime until, int hours) {
    Weekend weekend = new Weekend(friday);
    assertThat(weekend.from()).isEqualTo(from.toInstant());
    assertThat(weekend.until()).isEqualTo(until.toInstant());
    assertThat(Duration.between(weekend.from(), weekend.until()))
        .isEqualTo(Duration.ofHours(hours));
    assertThat(weekend.holds(weekend.from())).isTrue();
    assertThat(weekend.holds(weekend.until())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T11:59, 2026-11-20",
    "2026-11-20T12:00, 2026-11-20",
    "2026-11-23T06:59, 2026-11-20",
    "2026-11-23T07:00, 2026-11-27",
    "2026-11-24T12:00, 2026-11-27",
    "2026-11-01T01:30, 2026-10-30",
    "2026-11-02T07:00, 2026-11-06",
    "2027-03-15T06:59, 2027-03-12",
  })
  void theWeekendThatRunsOrElseTheNextOne(String chicago, LocalDate friday) {
    assertThat(Weekend.at(Town.instant(chicago)).friday()).isEqualTo(friday);
    assertThat(Weekend.over(Town.instant(chicago)).friday()).isEqualTo(friday.minusWeeks(1));
  }
}
