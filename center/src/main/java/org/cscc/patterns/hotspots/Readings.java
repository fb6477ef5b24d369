package org.cscc.patterns.hotspots;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.cscc.access.Decision;
import org.cscc.kernel.ReviewWeek;
import org.cscc.patterns.Extent;
import org.cscc.patterns.Grounds;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the newest findings for somebody: two short statements, however large the city is. */
@Component
class Readings {
  private final Computations computations;
  private final Grounds grounds;
  private final Clock clock;

  Readings(Computations computations, Grounds grounds, Clock clock) {
    this.computations = computations;
    this.grounds = grounds;
    this.clock = clock;
  }

  /**
   * The findings within reach.
   *
   * @param area the one area wanted; refused when it is out of reach
   */
  Reading of(Decision decision, @Nullable Integer area) {
    if (area != null) {
      grounds.area(decision, area);
    }
    Extent reach = grounds.reach(decision);
    Optional<Computations.Kept> kept = computations.newest();
    Optional<Computations.Attempt> attempt = computations.newestAttempt();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ReviewWeek.CHICAGO);
    Findings findings = kept.map(Computations.Kept::findings).orElse(null);
    return new Reading(
        findings,
        findings == null ? null : findings.asOf().atZone(ReviewWeek.CHICAGO),
        findings == null ? 0 : ChronoUnit.DAYS.between(findings.lastDay(), today),
        attempt
            .filter(Computations.Attempt::running)
            .map(Computations.Attempt::course)
            .orElse(null),
        attempt.map(Computations.Attempt::failure).orElse(null),
        area,
        grounds.choices(reach),
        grounds.names(),
        today);
  }
}
