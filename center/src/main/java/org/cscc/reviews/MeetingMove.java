package org.cscc.reviews;

import java.time.Instant;

/** A wish to move a review meeting, with what the move needs. */
sealed interface MeetingMove {
  /** Which move it is. */
  MeetingMoveKind kind();

  /** One that needs nothing but its name. */
  record Plain(MeetingMoveKind kind) implements MeetingMove {}

  /** Says that it will not be held (R-HRIT-01). */
  record Cancel(String reason) implements MeetingMove {
    @Override
    public MeetingMoveKind kind() {
      return MeetingMoveKind.CANCEL;
    }
  }

  /**
   * Holds it together with another team's.
   *
   * @param team code of the other team
   */
  record Merge(String team, String reason) implements MeetingMove {
    @Override
    public MeetingMoveKind kind() {
      return MeetingMoveKind.MERGE;
    }
  }

  /** Another hour, another place. */
  record Move(Instant startsAt, String place, String reason) implements MeetingMove {
    @Override
    public MeetingMoveKind kind() {
      return MeetingMoveKind.MOVE;
    }
  }

  /** Opens the minutes again. */
  record Reopen(String reason) implements MeetingMove {
    @Override
    public MeetingMoveKind kind() {
      return MeetingMoveKind.REOPEN;
    }
  }
}
