package org.cscc.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.cscc.kernel.ReviewWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tuesday 06:00 on the wall clock, whatever the clocks do. */
class WeeklyCutTests {
  private final WeeklyCut cut = new WeeklyCut(DayOfWeek.SUNDAY);

  @ParameterizedTest(name = "week of {0}: {1}, {2} hours after the week")
  @CsvSource({
    "2026-11-15, 2026-11-24T12:00:00Z, 54",
    "2026-10-25, 2026-11-03T12:00:00Z, 55", // clocks go back on Sunday, November 1
    "2026-03-01, 2026-03-10T11:00:00Z, 53", // clocks go forward on Sunday, March 8
    "2026-07-05, 2026-07-14T11:00:00Z, 54"
  })
  void theCutIsTuesdaySixOnTheWallClock(LocalDate firstDay, Instant expected, int hours) {
    ReviewWeek week = new ReviewWeek(firstDay);
    assertThat(cut.of(week)).isEqualTo(expected);
    assertThat(Duration.between(week.end(), cut.of(week))).isEqualTo(Duration.ofHours(hours));
  }

  @Test
  void aWeekIsClosedFromTheInstantOfItsCut() {
    Instant at = cut.of(new ReviewWeek(LocalDate.of(2026, 11, 15)));
    assertThat(cut.lastClosed(at).firstDay()).isEqualTo("2026-11-15");
    assertThat(cut.lastClosed(at.minusNanos(1)).firstDay()).isEqualTo("2026-11-08");
    assertThat(cut.next(at)).isEqualTo(cut.of(new ReviewWeek(LocalDate.of(2026, 11, 22))));
    assertThat(cut.next(at.minusNanos(1))).isEqualTo(at);
  }

  @Test
  void weeksThatStartOnMondayAreCutOnWednesday() {
    WeeklyCut monday = new WeeklyCut(DayOfWeek.MONDAY);
    Instant now = LocalDateTime.of(2026, 11, 25, 6, 0).atZone(ReviewWeek.CHICAGO).toInstant();
    assertThat(monday.lastClosed(now).firstDay()).isEqualTo("2026-11-16");
  }
}
