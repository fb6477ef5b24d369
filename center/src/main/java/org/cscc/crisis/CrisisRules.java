package org.cscc.crisis;

import java.util.Optional;
import org.cscc.kernel.Refused;
import org.cscc.kernel.Refused.Kind;

/** Who may move what: the table of {@link CrisisMoveKind}, asked as a person would ask. */
final class CrisisRules {
  /** Only a role of the table. */
  static final String WHO = "R-CRISIS-01";

  /** Only from the states that the table names. */
  static final String STATE = "R-CRISIS-02";

  /** Each organization answers for itself, and for nobody else. */
  static final String OWN = "R-CRISIS-03";

  /** Only who was called to help survivors says that somebody was reached. */
  static final String SURVIVORS = "R-CRISIS-04";

  /** It stabilises over a plan for the next day. */
  static final String PLAN = "R-CRISIS-05";

  /** Only what is in doubt can be kept on. */
  static final String DOUBT = "R-CRISIS-06";

  private CrisisRules() {}

  /** What refuses the move; empty when nothing does. */
  static Optional<Refused> refusal(CrisisMoveKind move, Activation activation, Mover mover) {
    if (!move.openTo(mover.role())) {
      return refused(Kind.FORBIDDEN, WHO, "crisis.refused.role");
    }
    if (move.ofParty()) {
      return party(move, activation, mover);
    }
    if (!move.from(activation.state())) {
      return refused(Kind.CONFLICT, STATE, "crisis.refused.state." + activation.state());
    }
    return switch (move) {
      case STABILISE ->
          activation.plannedAt() == null
              ? refused(Kind.CONFLICT, PLAN, "crisis.refused.plan")
              : Optional.empty();
      case KEEP ->
          activation.doubted()
              ? Optional.empty()
              : refused(Kind.CONFLICT, DOUBT, "crisis.refused.doubt");
      default -> Optional.empty();
    };
  }

  private static Optional<Refused> party(CrisisMoveKind move, Activation activation, Mover mover) {
    Party party = activation.party(mover.organization()).orElse(null);
    if (party == null) {
      return refused(Kind.FORBIDDEN, OWN, "crisis.refused.own");
    }
    if (move == CrisisMoveKind.CONTACT && party.duty() != Party.Duty.VICTIM_SERVICES) {
      return refused(Kind.FORBIDDEN, SURVIVORS, "crisis.refused.survivors");
    }
    if (!move.from(activation.state())) {
      return refused(Kind.CONFLICT, STATE, "crisis.refused.state." + activation.state());
    }
    if (!move.from(party.state())
        || (move == CrisisMoveKind.CONTACT && party.contactAt() != null)) {
      return refused(Kind.CONFLICT, STATE, "crisis.refused.party." + party.state());
    }
    return Optional.empty();
  }

  private static Optional<Refused> refused(Kind kind, String rule, String key, Object... named) {
    return Optional.of(new Refused(kind, rule, key, named));
  }
}
