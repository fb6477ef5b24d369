package org.cscc.reviews;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.cscc.kernel.ReviewWeek;

/**
 * A revision of the minutes of a review.
 *
 * @param revision 1 for the first closing
 */
record Minutes(
    UUID meeting, int revision, MinutesContent content, String closedBy, Instant closedAt) {
  public ZonedDateTime closedInChicago() {
    return closedAt.atZone(ReviewWeek.CHICAGO);
  }
}
