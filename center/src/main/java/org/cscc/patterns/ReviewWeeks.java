package org.cscc.patterns;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which review week a page shows. */
@Component
class ReviewWeeks {
  private final Clock clock;
  private final DayOfWeek weekStart;

  ReviewWeeks(Clock clock, @Value("${cscc.week-start:SUNDAY}") DayOfWeek weekStart) {
    this.clock = clock;
    this.weekStart = weekStart;
  }

  DayOfWeek weekStart() {
    return weekStart;
  }

  /**
   * The week that holds a day, or the last one whose cut is past.
   *
   * @throws Refused for a day that no calendar of this center reaches
   */
  ReviewWeek holding(@Nullable LocalDate day) {
    if (day == null) {
      return lastCut();
    }
    if (day.getYear() < 1950 || day.isAfter(today())) {
      throw new Refused(
          Refused.Kind.INVALID, "R-PATTERNS-03", "patterns.refused.week", day.toString());
    }
    return ReviewWeek.holding(day, weekStart);
  }

  /**
   * The newest week that was over two days and six hours ago on the wall clock: from Tuesday 06:00
   * on, when the feed's lag of 48 hours is past.
   */
  ReviewWeek lastCut() {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ReviewWeek.CHICAGO);
    return ReviewWeek.holding(now.minusDays(2).minusHours(6).toLocalDate(), weekStart).previous();
  }

  /** Today in Chicago. */
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ReviewWeek.CHICAGO);
  }
}
