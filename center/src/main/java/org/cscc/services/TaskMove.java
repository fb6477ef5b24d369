package org.cscc.services;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A wish to move a service, with what the move needs. */
sealed interface TaskMove {
  /** Which move it is. */
  TaskMoveKind kind();

  /** One that needs nothing but its name. */
  record Plain(TaskMoveKind kind) implements TaskMove {}

  /** Gives it to a department. */
  record Route(String department, String reason) implements TaskMove {
    @Override
    public TaskMoveKind kind() {
      return TaskMoveKind.ROUTE;
    }
  }

  /**
   * Says no.
   *
   * @param department who does it, when it is the wrong one
   * @param resumeOn from when it can be done, when it is the season
   */
  record Reject(
      RejectCode code, String reason, @Nullable String department, @Nullable LocalDate resumeOn)
      implements TaskMove {
    @Override
    public TaskMoveKind kind() {
      return TaskMoveKind.REJECT;
    }
  }

  /** Names a day and a crew. */
  record Schedule(@Nullable LocalDate on, String crew) implements TaskMove {
    @Override
    public TaskMoveKind kind() {
      return TaskMoveKind.SCHEDULE;
    }
  }

  /**
   * Says that it waits for somebody.
   *
   * @param unblocks code of the organization that can give what is missing
   */
  record Block(String needs, String unblocks) implements TaskMove {
    @Override
    public TaskMoveKind kind() {
      return TaskMoveKind.BLOCK;
    }
  }

  /** Says that it is done. */
  record Complete(List<Shown> shown) implements TaskMove {
    @Override
    public TaskMoveKind kind() {
      return TaskMoveKind.COMPLETE;
    }
  }

  /** Has seen that it is done. */
  record Verify(List<Shown> shown) implements TaskMove {
    @Override
    public TaskMoveKind kind() {
      return TaskMoveKind.VERIFY;
    }
  }

  /** Has seen that it is not. */
  record Fail(String reason, List<Shown> shown) implements TaskMove {
    @Override
    public TaskMoveKind kind() {
      return TaskMoveKind.FAIL;
    }
  }

  /**
   * Folds it into another one.
   *
   * @param parent code of the one that stays
   */
  record Merge(String parent) implements TaskMove {
    @Override
    public TaskMoveKind kind() {
      return TaskMoveKind.MERGE;
    }
  }

  /**
   * Names what has to be done before.
   *
   * @param task code of the other one
   */
  record Need(String task) implements TaskMove {
    @Override
    public TaskMoveKind kind() {
      return TaskMoveKind.NEED;
    }
  }

  /** Raises it by one level. */
  record Escalate(String reason) implements TaskMove {
    @Override
    public TaskMoveKind kind() {
      return TaskMoveKind.ESCALATE;
    }
  }
}
