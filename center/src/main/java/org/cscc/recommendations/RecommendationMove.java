package org.cscc.recommendations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A wish to move a recommendation, with what the move needs. */
sealed interface RecommendationMove {
  /** Which move it is. */
  RecommendationMoveKind kind();

  /** One that needs nothing but its name. */
  record Plain(RecommendationMoveKind kind) implements RecommendationMove {}

  /** One that needs a reason: giving it back, saying no. */
  record Because(RecommendationMoveKind kind, String reason) implements RecommendationMove {
    /** Giving it up has a form of its own. */
    public Because {
      if (kind == RecommendationMoveKind.DROP) {
        throw new IllegalArgumentException("What is given up may leave a review empty");
      }
    }
  }

  /**
   * Gives it up.
   *
   * @param none why nothing is recommended, when it is the last one of a concluded review; else
   *     empty
   */
  record Drop(String reason, String none) implements RecommendationMove {
    @Override
    public RecommendationMoveKind kind() {
      return RecommendationMoveKind.DROP;
    }
  }

  /** Other words. */
  record Revise(Draft draft) implements RecommendationMove {
    @Override
    public RecommendationMoveKind kind() {
      return RecommendationMoveKind.REVISE;
    }
  }

  /**
   * Says yes.
   *
   * @param what what exactly will be done
   * @param by until when
   */
  record Accept(String what, @Nullable LocalDate by) implements RecommendationMove {
    @Override
    public RecommendationMoveKind kind() {
      return RecommendationMoveKind.ACCEPT;
    }
  }

  /** Says that it is done, and by what one sees that. */
  record Implement(String evidence) implements RecommendationMove {
    @Override
    public RecommendationMoveKind kind() {
      return RecommendationMoveKind.IMPLEMENT;
    }
  }

  /**
   * Says what was seen of it.
   *
   * @param statement what kind of sentence it is
   * @param n how many it rests on
   */
  record Evaluate(@Nullable Statement statement, @Nullable Integer n, String seen)
      implements RecommendationMove {
    @Override
    public RecommendationMoveKind kind() {
      return RecommendationMoveKind.EVALUATE;
    }
  }
}
