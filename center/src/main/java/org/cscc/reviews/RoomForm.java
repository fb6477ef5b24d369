package org.cscc.reviews;

import java.time.LocalDateTime;
import org.cscc.kernel.Refused;
import org.cscc.kernel.WallClock;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a meeting's move sent; which fields it has depends on the move.
 *
 * @param version of the meeting that the person saw
 * @param at on Chicago's wall clock
 * @param other code of the team to meet with
 */
record RoomForm(
    @Nullable Integer version,
    @Nullable String reason,
    @Nullable LocalDateTime at,
    @Nullable String place,
    @Nullable String other) {
  /** The move that the form means. */
  MeetingMove move(MeetingMoveKind kind) {
    return switch (kind) {
      case CANCEL -> new MeetingMove.Cancel(text(reason));
      case MERGE -> new MeetingMove.Merge(text(other), text(reason));
      case REOPEN -> new MeetingMove.Reopen(text(reason));
      case MOVE -> {
        if (at == null) {
          throw new Refused(Refused.Kind.INVALID, "R-MEET-08", "reviews.refused.meeting-hour");
        }
        yield new MeetingMove.Move(
            WallClock.at(at.toLocalDate(), at.toLocalTime()), text(place), text(reason));
      }
      case PREPARE, PUBLISH, START, END, CLOSE -> new MeetingMove.Plain(kind);
    };
  }

  int seen() {
    return version == null ? 0 : version;
  }

  private static String text(@Nullable String written) {
    return written == null ? "" : written.strip();
  }
}
