package org.cscc.blitz;

import java.util.Optional;
import org.cscc.kernel.Refused;
import org.cscc.kernel.Refused.Kind;

/**
 * Who may move what: the table of {@link BlitzMoveKind}, asked in the order in which a person would
 * ask: may I do this at all, in this one, and now?
 */
final class BlitzRules {
  /** Only a role of the table, on the right side of the blitz. */
  static final String WHO = "R-BLITZ-01";

  /** Only from the states that the table names. */
  static final String STATE = "R-BLITZ-02";

  /** Nobody looks at what the own organization did, or what they wrote down as done. */
  static final String OWN_WORK = "R-BLITZ-03";

  /** Nothing is left out: every block is walked, every finding looked at again. */
  static final String WHOLE = "R-BLITZ-04";

  /** It has no days before every department has answered, and one at least comes. */
  static final String ANSWERS = "R-BLITZ-05";

  /** There is no such blitz, or none within reach. */
  static final String UNKNOWN = "R-BLITZ-06";

  /** A blitz is a matter of days. */
  static final String DAYS = "R-BLITZ-07";

  /** Words that can be read. */
  static final String WORDS = "R-BLITZ-08";

  /** A value that the form offers. */
  static final String FORM = "R-BLITZ-09";

  private BlitzRules() {}

  /** What refuses the move; empty when nothing does. */
  static Optional<Refused> refusal(BlitzMoveKind move, Blitz blitz, Mover mover, Facts facts) {
    if (!move.openTo(mover.role())) {
      return refused(Kind.FORBIDDEN, WHO, "blitz.refused.role");
    }
    Optional<Refused> side = side(move, blitz, mover, facts);
    if (side.isPresent()) {
      return side;
    }
    if (!move.from(blitz.state())) {
      return refused(Kind.CONFLICT, STATE, "blitz.refused.state." + blitz.state());
    }
    return now(move, blitz, mover, facts);
  }

  private static Optional<Refused> side(BlitzMoveKind move, Blitz blitz, Mover mover, Facts facts) {
    return switch (move.side()) {
      case CENTER -> Optional.empty();
      case DEPARTMENT ->
          blitz.part(mover.organization()).isPresent()
              ? Optional.empty()
              : refused(Kind.FORBIDDEN, WHO, "blitz.refused.side");
      case SOMEBODY_ELSE ->
          blitz.coming().contains(mover.organization()) || facts.wrote().contains(mover.account())
              ? refused(Kind.FORBIDDEN, OWN_WORK, "blitz.refused.own-work")
              : Optional.empty();
    };
  }

  private static Optional<Refused> now(BlitzMoveKind move, Blitz blitz, Mover mover, Facts facts) {
    return switch (move) {
      case WALK ->
          facts.unwalked().isEmpty()
              ? Optional.empty()
              : refused(
                  Kind.CONFLICT,
                  WHOLE,
                  "blitz.refused.unwalked",
                  String.join(", ", facts.unwalked()));
      case MAKE_TASKS ->
          facts.unasked() > 0
              ? Optional.empty()
              : refused(Kind.CONFLICT, WHOLE, "blitz.refused.nothing-to-ask");
      case SCHEDULE -> scheduled(blitz, facts);
      case DO ->
          blitz.coming().contains(mover.organization())
              ? begun(blitz, facts)
              : refused(Kind.CONFLICT, ANSWERS, "blitz.refused.not-coming");
      case EXECUTE -> begun(blitz, facts).or(() -> stillToCome(blitz, facts));
      case REWALK ->
          facts.unseen() == 0
              ? Optional.empty()
              : refused(Kind.CONFLICT, WHOLE, "blitz.refused.unseen", facts.unseen());
      case WALK_BLOCK, CALL_IN, ACCEPT, DECLINE, LET_OUT, LOOK, REPORT, CALL_OFF ->
          Optional.empty();
    };
  }

  private static Optional<Refused> begun(Blitz blitz, Facts facts) {
    return facts.today().isBefore(blitz.firstDay())
        ? refused(Kind.CONFLICT, DAYS, "blitz.refused.not-begun", blitz.firstDay())
        : Optional.empty();
  }

  /** The second walk sees what is left after all of them, so it waits for the last one's day. */
  private static Optional<Refused> stillToCome(Blitz blitz, Facts facts) {
    return blitz
        .lastVisit()
        .filter(day -> facts.today().isBefore(day))
        .flatMap(day -> refused(Kind.CONFLICT, DAYS, "blitz.refused.still-to-come", day));
  }

  private static Optional<Refused> scheduled(Blitz blitz, Facts facts) {
    if (!blitz.unanswered().isEmpty()) {
      return refused(
          Kind.CONFLICT,
          ANSWERS,
          "blitz.refused.unanswered",
          String.join(", ", blitz.unanswered()));
    }
    if (blitz.coming().isEmpty()) {
      return refused(Kind.CONFLICT, ANSWERS, "blitz.refused.nobody-comes");
    }
    return facts.today().isAfter(blitz.lastDay())
        ? refused(Kind.CONFLICT, DAYS, "blitz.refused.days-over", blitz.lastDay())
        : Optional.empty();
  }

  static Refused unknown() {
    return new Refused(Kind.NOT_FOUND, UNKNOWN, "blitz.refused.unknown");
  }

  /** A form that sent what it does not offer. */
  static Refused unfit(String key, Object... named) {
    return new Refused(Kind.INVALID, FORM, key, named);
  }

  private static Optional<Refused> refused(Kind kind, String rule, String key, Object... named) {
    return Optional.of(new Refused(kind, rule, key, named));
  }
}
