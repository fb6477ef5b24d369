package org.cscc.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Business days and wall-clock days, by the readings of H.7. */
class CalendarTests {
  private static final BusinessCalendar CITY =
      BusinessCalendar.of(
          List.of("01-01", "07-04", "4-THURSDAY-11", "LAST-MONDAY-05", "12-25", "2026-11-27"));

  @ParameterizedTest
  @CsvSource({
    "2026-11-25, true, an ordinary Wednesday",
    "2026-11-26, false, Thanksgiving",
    "2026-11-27, false, closed once",
    "2025-11-28, true, the same Friday of another year",
    "2026-11-28, false, Saturday",
    "2026-07-03, false, the fourth of July is a Saturday",
    "2027-07-05, false, the fourth of July is a Sunday",
    "2027-12-31, false, New Year's Day of 2028 is a Saturday",
    "2026-05-25, false, the last Monday of May",
    "2026-05-18, true, the Monday before it",
  })
  void aBusinessDayIsMondayToFridayWithoutTheCitysHolidays(
      LocalDate day, boolean works, String why) {
    assertThat(CITY.isBusinessDay(day)).as(why).isEqualTo(works);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24, 1, 2026-11-25, Tuesday to Wednesday",
    "2026-11-25, 1, 2026-11-30, over Thanksgiving and the weekend",
    "2026-11-28, 1, 2026-11-30, received on a Saturday",
    "2026-11-20, 5, 2026-12-01, a week with two days off",
  })
  void countingStartsTheDayAfterReceipt(LocalDate received, int days, LocalDate last, String why) {
    assertThat(CITY.lastOf(days, received)).as(why).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource({
    // from, days, the same wall clock then
    "2026-10-30T15:00:00-05:00, 7, 2026-11-06T15:00:00-06:00, over the end of summer time",
    "2026-03-05T15:00:00-06:00, 7, 2026-03-12T15:00:00-05:00, over its beginning",
    "2026-03-01T02:30:00-06:00, 7, 2026-03-08T03:30:00-05:00, a time that does not exist moves on by the gap",
    "2026-10-25T01:30:00-05:00, 7, 2026-11-01T01:30:00-05:00, a time that exists twice is the first",
    "2026-02-01T01:30:00-06:00, 273, 2026-11-01T01:30:00-05:00, also when it began in winter",
  })
  void daysKeepTheWallClock(ZonedDateTime from, int days, ZonedDateTime then, String why) {
    assertThat(WallClock.afterDays(from.toInstant(), days)).as(why).isEqualTo(then.toInstant());
  }

  @Test
  void hoursAreHoursThatPass() {
    Instant evening = Instant.parse("2026-10-31T20:00:00Z");
    assertThat(WallClock.afterHours(evening, 24)).isEqualTo(evening.plus(Duration.ofHours(24)));
    assertThat(LocalDateTime.ofInstant(WallClock.afterHours(evening, 24), ReviewWeek.CHICAGO))
        .isEqualTo(LocalDateTime.parse("2026-11-01T14:00"));
  }

  @Test
  void whatIsNotUnderstoodIsNoHoliday() {
    for (String wrong :
        List.of("", "13-40", "5-MONDAY-01", "FIRST-MONDAY-01", "1-MONDAI-02", "2026")) {
      assertThatThrownBy(() -> Holiday.read(wrong)).as(wrong).isInstanceOf(RuntimeException.class);
    }
  }

  @Property
  void theLastOfSoManyBusinessDaysIsOneAndSoManyHavePassedThen(
      @ForAll @IntRange(min = 0, max = 20_000) int dayNumber,
      @ForAll @IntRange(min = 1, max = 60) int count) {
    LocalDate received = LocalDate.of(2000, 1, 1).plusDays(dayNumber);
    LocalDate last = CITY.lastOf(count, received);
    assertThat(CITY.isBusinessDay(last)).isTrue();
    assertThat(last).isAfter(received);
    assertThat(CITY.daysSince(received, last)).isEqualTo(count);
    assertThat(CITY.daysSince(received, last.minusDays(1))).isEqualTo(count - 1);
  }

  @Property
  void aMomentMovedToABusinessDayKeepsItsTimeAndNeverGoesBack(
      @ForAll @IntRange(min = 0, max = 20_000) int dayNumber,
      @ForAll @IntRange(min = 0, max = 1439) int minute) {
    LocalDate day = LocalDate.of(2000, 1, 1).plusDays(dayNumber);
    Instant at = WallClock.at(day, LocalTime.MIN.plusMinutes(minute));
    Instant moved = CITY.onBusinessDay(at);
    assertThat(moved).isAfterOrEqualTo(at);
    assertThat(CITY.isBusinessDay(WallClock.dayOf(moved))).isTrue();
    assertThat(CITY.onBusinessDay(moved)).isEqualTo(moved);
    assertThat(Duration.between(at, moved)).isLessThan(Duration.ofDays(6));
  }

  @Property
  void aWallClockDayHas23To25HoursAndDaysAddUp(
      @ForAll @IntRange(min = 0, max = 2_000_000) int hours,
      @ForAll @IntRange(min = 0, max = 40) int days) {
    Instant from =
        Instant.parse("1990-01-01T00:00:00Z").plus(Duration.ofHours(hours / 8)).plusSeconds(hours);
    Duration passed = Duration.between(from, WallClock.afterDays(from, days));
    assertThat(passed.minus(Duration.ofDays(days)).abs()).isLessThanOrEqualTo(Duration.ofHours(1));
    LocalDate day = WallClock.dayOf(from);
    assertThat(WallClock.dayOf(WallClock.afterDays(from, days))).isEqualTo(day.plusDays(days));
    assertThat(day.getDayOfWeek().plus(days))
        .isEqualTo(WallClock.dayOf(WallClock.afterDays(from, days)).getDayOfWeek())
        .isInstanceOf(DayOfWeek.class);
  }
}
