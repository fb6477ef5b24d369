package org.cscc.reviews;

import java.time.LocalDate;
import java.util.UUID;
import org.cscc.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What a form in the room sent.
 *
 * @param key of the form, so that it is written once however often it arrives
 * @param seen version of what stood there when the form was made
 * @param until day to which an incident is put off, or on which something happens
 */
record EntryForm(
    @Nullable UUID key,
    @Nullable String subject,
    @Nullable Integer seen,
    @Nullable String value,
    @Nullable LocalDate until,
    @Nullable String reason,
    @Nullable String note) {
  EntryWish wish(EntryKind kind) {
    if (key == null) {
      throw new Refused(Refused.Kind.INVALID, RoomDesk.FORM, "reviews.refused.room-form");
    }
    return new EntryWish(
        kind,
        key,
        subject == null || subject.isBlank() ? key.toString() : subject.strip(),
        seen == null ? 0 : seen,
        value == null ? "" : value,
        detail(kind),
        note == null ? "" : note.strip());
  }

  private @Nullable String detail(EntryKind kind) {
    String why = reason == null ? "" : reason;
    return switch (kind) {
      case INCIDENT -> "DEFERRED".equals(value) ? until + " " + why : null;
      case LOOK_AHEAD -> until == null ? null : until.toString();
      case BLOCK -> why;
      case SEAT, NOTE, READ_BACK -> null;
    };
  }
}
