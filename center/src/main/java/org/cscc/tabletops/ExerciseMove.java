package org.cscc.tabletops;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.cscc.actions.Priority;
import org.cscc.actions.Verb;
import org.jspecify.annotations.Nullable;

/** A wish to move an exercise, with what the move needs. */
sealed interface ExerciseMove {
  /** Which move it is. */
  ExerciseMoveKind kind();

  /** Another plan, checked before. */
  record Edit(PlanWish wish) implements ExerciseMove {
    @Override
    public ExerciseMoveKind kind() {
      return ExerciseMoveKind.EDIT;
    }
  }

  /**
   * The table has sat.
   *
   * @param present heads by the code of the organization
   * @param instead what was told instead of a block on which something happened meanwhile; empty
   *     when the story named none
   */
  record Hold(Map<String, Integer> present, String instead) implements ExerciseMove {
    @Override
    public ExerciseMoveKind kind() {
      return ExerciseMoveKind.HOLD;
    }
  }

  /** Something was found; an empty organization is none. */
  record Find(@Nullable Part part, @Nullable FindingKind what, String said, String organization)
      implements ExerciseMove {
    @Override
    public ExerciseMoveKind kind() {
      return ExerciseMoveKind.FIND;
    }
  }

  /** A finding is none. */
  record TakeBack(@Nullable UUID finding) implements ExerciseMove {
    @Override
    public ExerciseMoveKind kind() {
      return ExerciseMoveKind.TAKE_BACK;
    }
  }

  /**
   * It was talked over.
   *
   * @param none why nothing was found; empty when something was
   */
  record Debrief(String none) implements ExerciseMove {
    @Override
    public ExerciseMoveKind kind() {
      return ExerciseMoveKind.DEBRIEF;
    }
  }

  /**
   * A gap becomes an item of one accountable organization.
   *
   * @param account who answers for it there
   * @param due last day on Chicago's calendar; null for the time that the priority gives
   */
  record Owe(
      @Nullable UUID finding,
      String title,
      String organization,
      String account,
      @Nullable Verb verb,
      @Nullable Priority priority,
      @Nullable LocalDate due)
      implements ExerciseMove {
    @Override
    public ExerciseMoveKind kind() {
      return ExerciseMoveKind.OWE;
    }
  }

  /** A gap is answered no. */
  record AnswerNo(@Nullable UUID finding, @Nullable NoCode code, String because)
      implements ExerciseMove {
    @Override
    public ExerciseMoveKind kind() {
      return ExerciseMoveKind.ANSWER_NO;
    }
  }

  /** Every gap is decided. */
  record Close() implements ExerciseMove {
    @Override
    public ExerciseMoveKind kind() {
      return ExerciseMoveKind.CLOSE;
    }
  }

  /** It does not take place. */
  record Cancel(String reason) implements ExerciseMove {
    @Override
    public ExerciseMoveKind kind() {
      return ExerciseMoveKind.CANCEL;
    }
  }
}
