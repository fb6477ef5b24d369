package org.cscc.referrals;

import java.util.Optional;
import org.cscc.kernel.Refused;
import org.cscc.kernel.Refused.Kind;

/** Who may move a referral, and when: asked in the order in which a person would ask. */
final class ReferralRules {
  /** Only people of the organization it was offered to. */
  static final String WHO = "R-REFER-01";

  /** Only from the states that the table names. */
  static final String STATE = "R-REFER-02";

  /** There is none, or none that the person may know of. */
  static final String UNKNOWN = "R-REFER-03";

  /** A no, and an end, need a code from the list. */
  static final String CODE = "R-REFER-04";

  /**
   * Only kinds of help, areas and organizations that there are; an organization that can answer.
   */
  static final String FORM = "R-REFER-05";

  /** A representative offers in the areas of the own teams. */
  static final String AREA = "R-REFER-06";

  /**
   * What was declined is offered once more, to another organization, by the side that offered it.
   */
  static final String AGAIN = "R-REFER-07";

  private ReferralRules() {}

  /** What refuses the move; empty when nothing does. */
  static Optional<Refused> refusal(ReferralMoveKind move, Referral referral, Worker worker) {
    if (!ReferralMoveKind.ROLES.contains(worker.role())) {
      return refused(Kind.FORBIDDEN, WHO, "referrals.refused.role");
    }
    if (!worker.answersFor(referral)) {
      return refused(Kind.FORBIDDEN, WHO, "referrals.refused.side");
    }
    if (!move.from(referral.state())) {
      return refused(Kind.CONFLICT, STATE, "referrals.refused.state." + referral.state().name());
    }
    return Optional.empty();
  }

  /** What refuses the codes that came along; empty when nothing does. */
  static Optional<Refused> unfit(ReferralMove move, Referral referral) {
    return switch (move.kind()) {
      case DECLINE ->
          move.decline() == null
              ? refused(Kind.INVALID, CODE, "referrals.refused.decline")
              : Optional.empty();
      case CLOSE -> {
        if (move.outcome() == null) {
          yield refused(Kind.INVALID, CODE, "referrals.refused.outcome");
        }
        boolean served =
            move.outcome() == OutcomeCode.GOAL_MET || move.outcome() == OutcomeCode.PARTLY_MET;
        yield served && referral.state() == ReferralState.CONTACT_MADE
            ? refused(Kind.INVALID, CODE, "referrals.refused.not-started")
            : Optional.empty();
      }
      case ACCEPT, CONTACT, NO_CONTACT, START -> Optional.empty();
    };
  }

  /** What refuses to offer it to another organization; empty when nothing does. */
  static Optional<Refused> again(Referral referral, Worker worker) {
    if (!worker.offered(referral)) {
      return refused(Kind.FORBIDDEN, AGAIN, "referrals.refused.again.side");
    }
    return referral.state() != ReferralState.DECLINED || referral.followedBy() != null
        ? refused(Kind.CONFLICT, AGAIN, "referrals.refused.again.state")
        : Optional.empty();
  }

  static Refused unknown() {
    return new Refused(Kind.NOT_FOUND, UNKNOWN, "referrals.refused.unknown");
  }

  private static Optional<Refused> refused(Kind kind, String rule, String key) {
    return Optional.of(new Refused(kind, rule, key));
  }
}
