package org.cscc.reviews;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * Something written down in the room. What stands there is never changed: who writes over it adds
 * the next version, and the newest counts.
 *
 * @param version 1 for the first words on a subject
 * @param value a word of the kind
 * @param detail a day or a reason, where the kind has one
 * @param note words that passed the wording check; empty for none
 */
record RoomEntry(
    EntryKind kind,
    String subject,
    int version,
    String value,
    @Nullable String detail,
    String note,
    String byAccount,
    Instant at) {
  public ZonedDateTime atInChicago() {
    return at.atZone(ReviewWeek.CHICAGO);
  }

  /** Whether it says the same as another one. */
  boolean says(EntryWish wish) {
    return value.equals(wish.value())
        && note.equals(wish.note())
        && (detail == null ? "" : detail).equals(wish.detail() == null ? "" : wish.detail());
  }
}
