package org.cscc.incidents;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * What came of an incident, as far as its reader may know.
 *
 * @param asOf when it was put together
 * @param happened in the order of time
 * @param stands how things stand now
 * @param told whether any room but this one had something to tell
 */
record Story(ZonedDateTime asOf, List<Line> happened, List<Line> stands, boolean told) {
  /** A line with its words as a page shows them. */
  record Line(StoryLine line, List<Part> parts) {
    /** When it happened, on Chicago's wall clock. */
    public @Nullable ZonedDateTime at() {
      return line.at() == null ? null : line.at().atZone(ReviewWeek.CHICAGO);
    }
  }

  /**
   * What a sentence names.
   *
   * @param day a day that the page writes in the reader's language; null for others
   * @param key of a word of the house; null for others
   * @param plain a name or a number; null for others
   */
  record Part(@Nullable LocalDate day, @Nullable String key, @Nullable Object plain) {}
}
