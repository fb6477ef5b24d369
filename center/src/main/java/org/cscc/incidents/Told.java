package org.cscc.incidents;

import java.util.UUID;
import org.cscc.incidents.feed.Report;
import org.jspecify.annotations.Nullable;

/**
 * A row of a feed as a case holds it.
 *
 * @param person the person harmed that the row is about, once that is known
 * @param changed whether this import brought or changed it
 */
record Told(Report report, @Nullable UUID person, boolean changed) {
  /** The same row about a person. */
  Told about(UUID id) {
    return id.equals(person) ? this : new Told(report, id, true);
  }

  /** What tells a row of one feed from all others. */
  String key() {
    return report.feed() + " " + report.rowKey();
  }

  /** Whether it is the crimes export's word on a person killed. */
  boolean killing() {
    return report.feed() == org.cscc.incidents.feed.Feed.CRIMES && report.fatal();
  }

  /** Whether it is the crimes export's stand-in for at least one person shot. */
  boolean standIn() {
    return report.feed() == org.cscc.incidents.feed.Feed.CRIMES
        && report.kind() == HarmKind.NONFATAL_SHOOTING;
  }

  boolean victim() {
    return report.feed() == org.cscc.incidents.feed.Feed.VICTIMS;
  }
}
