package org.cscc.directory.partners;

import java.util.List;
import java.util.UUID;

/**
 * A service at a place.
 *
 * @param areas the community areas it serves, by number; empty for the whole city
 * @param openings when somebody is there, in order of the week; empty when it is not known
 */
record Offer(
    UUID id, Location location, List<Integer> areas, Capacity capacity, List<Opening> openings) {
  /** The hours as they are typed. */
  public String hours() {
    return Hours.write(openings);
  }

  /** The hours as they are read, days in a row together. */
  public List<Hours.Span> spans() {
    return Hours.spans(openings);
  }
}
