package org.cscc.patterns.hotspots;

import java.time.LocalDate;
import java.util.List;

/**
 * What is agreed for a hot spot.
 *
 * @param work kind of work, one of {@link #WORK}
 * @param lead code of the organization that leads it
 * @param until until when
 */
record Plan(String work, String lead, LocalDate until) {
  /** The kinds of work, as action items know them. */
  static final List<String> WORK =
      List.of(
          "CLEAN",
          "LIGHT",
          "REPAIR",
          "BOARD",
          "INSPECT",
          "OUTREACH_PRESENCE",
          "SAFE_SPACE",
          "EVENT_SUPPORT",
          "BUSINESS_ENGAGE");
}
