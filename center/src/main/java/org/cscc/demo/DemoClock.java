package org.cscc.demo;

import java.time.Duration;
import java.time.ZonedDateTime;
import org.cscc.home.Asking;
import org.cscc.home.HomeKind;
import org.cscc.home.HomeState;
import org.cscc.home.MovableClock;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.springframework.stereotype.Component;

/**
 * Moves a demo's time. The feed of the days in between comes in first, then the clock moves, so
 * that the jobs which become due find the data they would have found.
 */
@Component
class DemoClock {
  private static final Duration FARTHEST = Duration.ofDays(92);

  private final HomeState home;
  private final DemoCity city;
  private final MovableClock clock;

  DemoClock(HomeState home, DemoCity city, MovableClock clock) {
    this.home = home;
    this.city = city;
    this.clock = clock;
  }

  /** What the demo's clock shows. */
  ZonedDateTime now() {
    return ZonedDateTime.now(clock).withZoneSameInstant(ReviewWeek.CHICAGO);
  }

  /** Whether there is a demo whose clock could be moved. */
  boolean movable() {
    return home.kind() == HomeKind.DEMO && !city.unfinished();
  }

  /**
   * Moves the clock forward.
   *
   * @return what it shows then
   * @throws Refused when this is no demo, or the step is not more than nothing and at most 92 days
   */
  ZonedDateTime forward(Duration by) {
    if (!movable()) {
      throw new Refused(Refused.Kind.CONFLICT, "R-DEMO-03", "demo.refused.clock");
    }
    if (by.isNegative() || by.isZero() || by.compareTo(FARTHEST) > 0) {
      throw new Refused(Refused.Kind.INVALID, "R-DEMO-04", "demo.refused.step", FARTHEST.toDays());
    }
    clock.refresh();
    // The feed is nobody's: a director moves the clock, and does not bring in files.
    Asking.asTheCenter(
        () -> {
          city.feedUntil(clock.instant().plus(by));
          return by;
        });
    clock.forward(by);
    return now();
  }
}
