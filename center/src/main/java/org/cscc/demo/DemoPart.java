package org.cscc.demo;

import java.time.ZonedDateTime;

/**
 * A part of the demo's city. A part says when it plays by the moments that it takes part in; within
 * a moment, and when the city is taken away again in reverse, parts follow the order of their beans
 * ({@code @Order}): a later one builds on what the earlier ones made. Every moment can come twice,
 * since a making that was killed is gone on with.
 */
interface DemoPart {
  /** Before the first file comes. */
  default void begin(long seed) {}

  /** Before the file of the demo's own day, whose packets begin with what was promised. */
  default void beforeTheLastFeed(ZonedDateTime now) {}

  /** When a file has come, before the packets of its week are prepared. */
  default void afterTheFeedOf(ZonedDateTime feed, ZonedDateTime now) {}

  /** When the packets of a file's week are prepared. */
  default void packetsOf(ZonedDateTime feed, ZonedDateTime now) {}

  /** When the packets of a file's week are there. */
  default void afterThePacketsOf(ZonedDateTime feed, ZonedDateTime now) {}

  /** On the demo's own day, when everything has come. */
  default void onTheDay(ZonedDateTime now) {}

  /** Takes away what it made, when the home is emptied for real data. */
  default void remove() {}
}
