package org.cscc.recommendations;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.IncidentState;
import org.cscc.incidents.IncidentType;
import org.cscc.incidents.LocationClass;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * What was known of an incident when its review began: a day, a part of the day, a block, a kind, a
 * setting. No hour, no person.
 */
record Reviewed(
    UUID incident,
    LocalDate day,
    Band band,
    @Nullable String block,
    IncidentType kind,
    LocationClass setting,
    int area) {
  /** Part of a day. */
  enum Band {
    NIGHT,
    MORNING,
    AFTERNOON,
    EVENING,
    UNKNOWN
  }

  static Reviewed of(IncidentFacts facts, int area) {
    return new Reviewed(
        facts.id(),
        facts.occurredOn(),
        band(facts),
        facts.block(),
        facts.type(),
        facts.locationClass(),
        area);
  }

  private static Band band(IncidentFacts facts) {
    if (!facts.precision().hasHour()) {
      return Band.UNKNOWN;
    }
    int hour = LocalTime.ofInstant(facts.occurredAt(), ReviewWeek.CHICAGO).getHour();
    return Band.values()[hour / 6];
  }

  /**
   * What the records say today, where that is not what the review began with; the sentence is in
   * the messages.
   *
   * @param now how it stands; null when the records do not have it any more
   */
  record Since(Reviewed then, @Nullable IncidentState now, @Nullable IncidentType kind) {
    /** The last word of the sentence's key. */
    public String word() {
      if (now == null) {
        return "GONE";
      }
      return now.counted() ? "RETYPED" : now.name();
    }
  }
}
