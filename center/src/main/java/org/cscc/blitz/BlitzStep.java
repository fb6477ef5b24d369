package org.cscc.blitz;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * A row of the history. Pages show which organization it was, never which account.
 *
 * @param position counted by the store when it is added
 * @param detail a block, an organization, a day or a number
 */
record BlitzStep(
    int position,
    String move,
    @Nullable BlitzState from,
    BlitzState to,
    String byAccount,
    String byOrganization,
    OffsetDateTime at,
    @Nullable String reasonCode,
    @Nullable String detail) {
  /** When it was, on Chicago's wall clock. */
  public ZonedDateTime atInChicago() {
    return at.atZoneSameInstant(ReviewWeek.CHICAGO);
  }

  /** Key of its reason; only with one. */
  public String reasonKey() {
    return switch (move) {
      case "PLAN" -> "blitz.reason." + reasonCode;
      case "DECLINE" -> "blitz.no." + reasonCode;
      case "LET_OUT" -> "blitz.let-out." + reasonCode;
      default -> "blitz.call-off." + reasonCode;
    };
  }

  /** The day on which a department comes; null for any other step. */
  public @Nullable LocalDate day() {
    return move.equals("ACCEPT") && detail != null ? LocalDate.parse(detail) : null;
  }
}
