package org.cscc.actions;

import java.time.Instant;
import java.util.Optional;
import org.cscc.kernel.Refused;
import org.cscc.kernel.Refused.Kind;

/**
 * Who may move what: the table of {@link MoveKind}, asked in the order in which a person would ask:
 * may I do this at all, to this one, and now?
 */
final class MoveRules {
  /** Only a role of the table, on the right side of the commitment. */
  static final String WHO = "R-ACTIONS-01";

  /** Only from the states that the table names. */
  static final String STATE = "R-ACTIONS-02";

  /** Nobody verifies a claim of the own organization. */
  static final String OWN_CLAIM = "R-ACTIONS-03";

  /** Nobody looks at a claim after the time for it, unless it is sampled. */
  static final String TOO_LATE = "R-ACTIONS-05";

  /** One level at a time, three at most. */
  static final String LEVEL = "R-ACTIONS-07";

  private MoveRules() {}

  /** What refuses the move; empty when nothing does. */
  static Optional<Refused> refusal(MoveKind move, ActionItem item, Actor actor, Instant now) {
    if (!move.openTo(actor.role())) {
      return refused(Kind.FORBIDDEN, WHO, "actions.refused.role");
    }
    if (!onTheRightSide(move, item, actor)) {
      return move.side() == MoveKind.Side.SOMEBODY_ELSE && actor.owes(item)
          ? refused(Kind.FORBIDDEN, OWN_CLAIM, "actions.refused.own-claim")
          : refused(Kind.FORBIDDEN, WHO, "actions.refused.side");
    }
    String parent = item.parentCode();
    if (parent != null) {
      return refused(Kind.CONFLICT, STATE, "actions.refused.merged", parent);
    }
    if (!move.from(item.state())) {
      return refused(Kind.CONFLICT, STATE, "actions.refused.state." + item.state());
    }
    return inTime(move, item, now);
  }

  private static boolean onTheRightSide(MoveKind move, ActionItem item, Actor actor) {
    return switch (move.side()) {
      case OWNER -> actor.owes(item);
      case SOMEBODY_ELSE -> actor.reaches(item) && !actor.owes(item);
      case TABLE -> actor.reaches(item);
    };
  }

  private static Optional<Refused> inTime(MoveKind move, ActionItem item, Instant now) {
    boolean over = item.checkUntil() != null && item.checkUntil().toInstant().isBefore(now);
    return switch (move) {
      case VERIFY, REOPEN ->
          over ? refused(Kind.CONFLICT, TOO_LATE, "actions.refused.check-over") : Optional.empty();
      case SAMPLE ->
          over ? Optional.empty() : refused(Kind.CONFLICT, TOO_LATE, "actions.refused.check-runs");
      case ESCALATE ->
          item.level() < 3
              ? Optional.empty()
              : refused(Kind.CONFLICT, LEVEL, "actions.refused.highest");
      default -> Optional.empty();
    };
  }

  private static Optional<Refused> refused(Kind kind, String rule, String key, Object... named) {
    return Optional.of(new Refused(kind, rule, key, named));
  }
}
