package org.cscc.actions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A wish to move a commitment, with what the move needs. */
public sealed interface Move {
  /** Which move it is. */
  MoveKind kind();

  /**
   * Gives it to somebody.
   *
   * @param organization code of the one accountable organization
   * @param account sign-in name of the one who answers for it, of that organization
   * @param due until when; null for the time that its priority gives
   * @param helpers codes of organizations that help
   */
  record Assign(String organization, String account, @Nullable Instant due, List<String> helpers)
      implements Move {
    @Override
    public MoveKind kind() {
      return MoveKind.ASSIGN;
    }
  }

  /**
   * Gives it to somebody else.
   *
   * @param due until when; null keeps the date that was promised, or counts anew after a no
   */
  record Reassign(String organization, String account, @Nullable Instant due, String reason)
      implements Move {
    @Override
    public MoveKind kind() {
      return MoveKind.REASSIGN;
    }
  }

  /** Says yes. */
  record Accept() implements Move {
    @Override
    public MoveKind kind() {
      return MoveKind.ACCEPT;
    }
  }

  /**
   * Says no.
   *
   * @param suggestion who or what would be better
   */
  record Decline(DeclineCode code, String suggestion) implements Move {
    @Override
    public MoveKind kind() {
      return MoveKind.DECLINE;
    }
  }

  /** Begins, or begins again. */
  record Start() implements Move {
    @Override
    public MoveKind kind() {
      return MoveKind.START;
    }
  }

  /**
   * Says that it waits for somebody.
   *
   * @param needs what is missing
   * @param unblocks code of the organization that can give it
   */
  record Block(String needs, String unblocks) implements Move {
    @Override
    public MoveKind kind() {
      return MoveKind.BLOCK;
    }
  }

  /** Says that it waits no longer. */
  record Unblock(String note) implements Move {
    @Override
    public MoveKind kind() {
      return MoveKind.UNBLOCK;
    }
  }

  /** Says that it is done. */
  record Claim(List<Evidence> evidence) implements Move {
    @Override
    public MoveKind kind() {
      return MoveKind.CLAIM;
    }
  }

  /** Has seen that it is done. */
  record Verify(List<Evidence> evidence) implements Move {
    @Override
    public MoveKind kind() {
      return MoveKind.VERIFY;
    }
  }

  /** Has seen that it is not. */
  record Reopen(String reason, List<Evidence> evidence) implements Move {
    @Override
    public MoveKind kind() {
      return MoveKind.REOPEN;
    }
  }

  /** Asks for a look at a claim that nobody looked at in time. */
  record Sample() implements Move {
    @Override
    public MoveKind kind() {
      return MoveKind.SAMPLE;
    }
  }

  /** Raises it by one level. */
  record Escalate(String reason) implements Move {
    @Override
    public MoveKind kind() {
      return MoveKind.ESCALATE;
    }
  }

  /**
   * Folds it into another one.
   *
   * @param parent code of the one that stays
   */
  record Merge(String parent) implements Move {
    @Override
    public MoveKind kind() {
      return MoveKind.MERGE;
    }
  }
}
