package org.cscc.patterns.blocklist;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.cscc.kernel.ReviewWeek;

/**
 * A block that somebody named for the City's services.
 *
 * @param source by whom: the records or the residents; both weigh the same (R-HOT-04)
 * @param reason one of {@link #REASONS}
 * @param account account that named it
 */
record Nomination(
    UUID id, String block, int area, Source source, String reason, String account, Instant at) {
  /** What may be given as a reason; what is known of a place says nothing of a person. */
  static final List<String> REASONS =
      List.of("SHOOTINGS", "DARK", "VACANT", "DUMPING", "BUSINESS", "GATHERING_PLACE", "CHILDREN");

  /** Where a nomination comes from. */
  enum Source {
    DATA,
    RESIDENTS
  }

  /** When, on the wall clock of the city. */
  public ZonedDateTime atInChicago() {
    return at.atZone(ReviewWeek.CHICAGO);
  }
}
