package org.cscc.patterns.links;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.LocationClass;
import org.cscc.kernel.ReviewWeek;
import org.cscc.patterns.Plane;
import org.jspecify.annotations.Nullable;

/** The links that follow from place and time alone; the strongest kind of each pair. */
final class ComputedLinks {
  private static final int NEAR_METRES = 200;
  private static final int NEAR_DAYS = 14;
  private static final int PLACE_DAYS = 90;
  private static final int SETTING_METRES = 1000;
  private static final int SETTING_DAYS = 28;

  private ComputedLinks() {}

  /** The links among incidents in the order of their time. */
  static List<IncidentLink> of(List<IncidentFacts> incidents) {
    List<IncidentLink> links = new ArrayList<>();
    for (int later = 0; later < incidents.size(); later++) {
      IncidentFacts second = incidents.get(later);
      for (int before = later - 1; before >= 0; before--) {
        IncidentFacts first = incidents.get(before);
        if (days(first, second) > PLACE_DAYS) {
          break;
        }
        kind(first, second).ifPresent(kind -> links.add(link(first, second, kind)));
      }
    }
    return links;
  }

  private static IncidentLink link(IncidentFacts first, IncidentFacts second, LinkKind kind) {
    int days =
        switch (kind) {
          case NEAR_REPEAT -> NEAR_DAYS;
          case SAME_PLACE -> PLACE_DAYS;
          default -> SETTING_DAYS;
        };
    LocalDate until = second.occurredOn().plusDays(days);
    return new IncidentLink(
        null,
        first.id(),
        second.id(),
        kind,
        IncidentLink.Confidence.HIGH,
        "RECORDS",
        "SYSTEM",
        until);
  }

  private static Optional<LinkKind> kind(IncidentFacts first, IncidentFacts second) {
    long days = days(first, second);
    double metres = streets(first, second);
    if (days <= NEAR_DAYS && metres <= NEAR_METRES) {
      return Optional.of(LinkKind.NEAR_REPEAT);
    }
    String block = first.block();
    if (block != null && block.equals(second.block())) {
      return Optional.of(LinkKind.SAME_PLACE);
    }
    boolean setting =
        days <= SETTING_DAYS
            && metres <= SETTING_METRES
            && first.locationClass() == second.locationClass()
            && first.locationClass() != LocationClass.OTHER
            && first.locationClass() != LocationClass.STREET
            && time(first) != null
            && java.util.Objects.equals(time(first), time(second));
    return setting ? Optional.of(LinkKind.SAME_SETTING_TIME) : Optional.empty();
  }

  /** A third of the day, on a weekday or a weekend; null when the hour is not known. */
  private static @Nullable String time(IncidentFacts incident) {
    if (!incident.precision().hasHour()) {
      return null;
    }
    ZonedDateTime at = incident.occurredAt().atZone(ReviewWeek.CHICAGO);
    DayOfWeek day = at.minusHours(6).getDayOfWeek();
    boolean weekend = day.getValue() >= DayOfWeek.FRIDAY.getValue();
    return (at.minusHours(6).getHour() / 8) + (weekend ? "W" : "");
  }

  private static long days(IncidentFacts first, IncidentFacts second) {
    return ChronoUnit.DAYS.between(first.occurredOn(), second.occurredOn());
  }

  private static double streets(IncidentFacts first, IncidentFacts second) {
    Double lon = first.lon();
    Double lat = first.lat();
    Double otherLon = second.lon();
    Double otherLat = second.lat();
    if (lon == null || lat == null || otherLon == null || otherLat == null) {
      return Double.POSITIVE_INFINITY;
    }
    Plane plane = Plane.CHICAGO;
    return Math.abs(plane.x(lon) - plane.x(otherLon)) + Math.abs(plane.y(lat) - plane.y(otherLat));
  }
}
