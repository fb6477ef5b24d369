package org.cscc.tabletops;

import java.time.Instant;
import java.util.Optional;
import org.cscc.kernel.Refused;
import org.cscc.kernel.Refused.Kind;

/**
 * Who may move what: the table of {@link ExerciseMoveKind}, asked in the order in which a person
 * would ask: may I do this at all, in this one, and now?
 */
final class ExerciseRules {
  /** Each gap becomes an item or a recorded no; before that nothing is closed. */
  static final String GAPS = "R-ENG-04";

  /** A scenario is made up. */
  static final String FICTION = "R-ENG-05";

  /** Only who leads it: a facilitator of one of its teams, or the director. */
  static final String WHO = "R-TABLETOP-01";

  /** Only from the states that the table names. */
  static final String STATE = "R-TABLETOP-02";

  /** Not before its hour. */
  static final String HOUR = "R-TABLETOP-03";

  /** What was talked over has a finding, or says why there is none. */
  static final String FOUND = "R-TABLETOP-04";

  /** There is no such exercise, or none within reach. */
  static final String UNKNOWN = "R-TABLETOP-05";

  /** A value that the form offers, and texts of a length that can be read. */
  static final String FORM = "R-TABLETOP-06";

  private ExerciseRules() {}

  /** What refuses the move; empty when nothing does. */
  static Optional<Refused> refusal(
      ExerciseMoveKind move, Exercise exercise, Mover mover, Instant now) {
    if (!move.openTo(mover.role())) {
      return refused(
          Kind.FORBIDDEN,
          WHO,
          move == ExerciseMoveKind.OWE && ExerciseMoveKind.ANSWER_NO.openTo(mover.role())
              ? "tabletops.refused.owe"
              : "tabletops.refused.role");
    }
    if (!mover.leads(exercise)) {
      return refused(Kind.FORBIDDEN, WHO, "tabletops.refused.team");
    }
    if (!move.from(exercise.state())) {
      return refused(Kind.CONFLICT, STATE, "tabletops.refused.state." + exercise.state());
    }
    return switch (move) {
      case HOLD ->
          exercise.begun(now)
              ? Optional.empty()
              : refused(Kind.CONFLICT, HOUR, "tabletops.refused.not-begun");
      case CLOSE ->
          exercise.undecided() == 0
              ? Optional.empty()
              : refused(Kind.CONFLICT, GAPS, "tabletops.refused.undecided", exercise.undecided());
      case EDIT, FIND, TAKE_BACK, DEBRIEF, OWE, ANSWER_NO, CANCEL -> Optional.empty();
    };
  }

  static Refused unknown() {
    return new Refused(Kind.NOT_FOUND, UNKNOWN, "tabletops.refused.unknown");
  }

  /** A form that sent what it does not offer. */
  static Refused unfit(String key, Object... named) {
    return new Refused(Kind.INVALID, FORM, key, named);
  }

  private static Optional<Refused> refused(Kind kind, String rule, String key, Object... named) {
    return Optional.of(new Refused(kind, rule, key, named));
  }
}
