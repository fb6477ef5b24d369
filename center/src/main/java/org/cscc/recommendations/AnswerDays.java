package org.cscc.recommendations;

import java.time.Instant;
import java.time.LocalTime;
import org.cscc.kernel.WallClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Until when an answer is owed, and when the steering committee hears that there is none: at five
 * in the evening, so many days after it was issued.
 */
@Component
class AnswerDays {
  private static final LocalTime OFFICES_CLOSE = LocalTime.of(17, 0);

  private final int days;
  private final int later;

  AnswerDays(
      @Value("${cscc.recommendations.answer-days:30}") int days,
      @Value("${cscc.recommendations.steering-days:14}") int later) {
    if (days < 1 || later < 1) {
      throw new IllegalArgumentException("An answer needs a day to be given");
    }
    this.days = days;
    this.later = later;
  }

  Instant due(Instant issued) {
    return WallClock.at(WallClock.dayOf(issued).plusDays(days), OFFICES_CLOSE);
  }

  Instant steering(Instant issued) {
    return WallClock.at(WallClock.dayOf(issued).plusDays((long) days + later), OFFICES_CLOSE);
  }

  int days() {
    return days;
  }

  int later() {
    return later;
  }
}
