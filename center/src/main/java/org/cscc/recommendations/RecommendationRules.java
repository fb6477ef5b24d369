package org.cscc.recommendations;

import java.util.Optional;
import org.cscc.kernel.Refused;
import org.cscc.kernel.Refused.Kind;

/**
 * Who may move what: the table of {@link RecommendationMoveKind}, asked in the order in which a
 * person would ask: may I do this at all, to this one, and now?
 */
final class RecommendationRules {
  /** Only a role of the table, on the right side of it. */
  static final String WHO = "R-REC-01";

  /** Only from the state that the table names. */
  static final String STATE = "R-REC-02";

  /** Two persons: who proposes does not issue, who does it does not evaluate it. */
  static final String TWO = "R-REC-03";

  /** Words that can be read, a day that is to come. */
  static final String WORDS = "R-REC-04";

  /** One organization of the directory. */
  static final String ADDRESSEE = "R-REC-05";

  /** There is none with this code, or none within reach. */
  static final String UNKNOWN = "R-REC-06";

  /** What a yes and a no have to say. */
  static final String ANSWER = "R-INC-06";

  private RecommendationRules() {}

  /** What refuses the move; empty when nothing does. */
  static Optional<Refused> refusal(RecommendationMoveKind move, Recommendation one, Mover mover) {
    if (!move.openTo(mover.role())) {
      return refused(Kind.FORBIDDEN, WHO, "recommendations.refused.role");
    }
    boolean side =
        switch (move.side()) {
          case CHAIR -> mover.chairs(one);
          case ADDRESSEE -> mover.answersFor(one);
          case CENTER -> true;
        };
    if (!side) {
      return refused(Kind.FORBIDDEN, WHO, "recommendations.refused.side." + move.side());
    }
    if (!move.from(one.state())) {
      return refused(Kind.CONFLICT, STATE, "recommendations.refused.state." + one.state());
    }
    String other =
        switch (move) {
          case ISSUE -> one.proposedBy();
          case EVALUATE -> one.implementedBy();
          default -> null;
        };
    return mover.account().equals(other)
        ? refused(Kind.FORBIDDEN, TWO, "recommendations.refused.two." + move)
        : Optional.empty();
  }

  static Refused unknown() {
    return new Refused(Kind.NOT_FOUND, UNKNOWN, "recommendations.refused.unknown");
  }

  private static Optional<Refused> refused(Kind kind, String rule, String key) {
    return Optional.of(new Refused(kind, rule, key));
  }
}
