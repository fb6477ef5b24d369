package org.cscc.requests;

import org.jspecify.annotations.Nullable;

/** What one row of a file says. */
sealed interface RequestRow {
  /**
   * A request as the City tells it.
   *
   * @param type code of the service that it is with us
   * @param department a code of ours, or the City's own words
   * @param duplicate null where the file does not say
   * @param days business days from its opening to its closing; null while it is open
   * @param modified until when the row holds; null where the file does not say
   */
  record Told(
      String number,
      boolean legacy,
      @Nullable String typeWritten,
      @Nullable String type,
      @Nullable String department,
      RequestStatus status,
      @Nullable Boolean duplicate,
      @Nullable String parent,
      Floating opened,
      @Nullable Floating closed,
      @Nullable Integer days,
      @Nullable String block,
      @Nullable Integer area,
      @Nullable Floating modified)
      implements RequestRow {}

  /**
   * A row that is not taken.
   *
   * @param column the one that decided, as the file names it
   */
  record Rejected(String rule, String column) implements RequestRow {}
}
