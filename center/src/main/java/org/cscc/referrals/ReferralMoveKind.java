package org.cscc.referrals;

import static org.cscc.referrals.ReferralState.ACCEPTED_BY_ORG;
import static org.cscc.referrals.ReferralState.CLOSED;
import static org.cscc.referrals.ReferralState.CONTACT_MADE;
import static org.cscc.referrals.ReferralState.DECLINED;
import static org.cscc.referrals.ReferralState.OFFERED;
import static org.cscc.referrals.ReferralState.SERVICE_STARTED;

import java.util.Set;
import org.cscc.access.Role;
import org.cscc.ledger.MoveWord;

/**
 * What the organization that a referral was offered to can do with it, and from which states. What
 * is not listed here is refused; F2 of the design is the source.
 */
@SuppressWarnings("ImmutableEnumChecker") // every set in it is made once and not given away
enum ReferralMoveKind {
  ACCEPT(Set.of(OFFERED), ACCEPTED_BY_ORG),
  DECLINE(Set.of(OFFERED), DECLINED),
  CONTACT(Set.of(ACCEPTED_BY_ORG), CONTACT_MADE),
  NO_CONTACT(Set.of(ACCEPTED_BY_ORG), ReferralState.NO_CONTACT),
  START(Set.of(CONTACT_MADE), SERVICE_STARTED),
  /** After a contact that led to no service, too. */
  CLOSE(Set.of(CONTACT_MADE, SERVICE_STARTED), CLOSED);

  /** Who works for an organization that helps people, or for a department that does. */
  static final Set<Role> ROLES = Set.of(Role.OUTREACH, Role.ADVOCATE, Role.DEPARTMENT_LIAISON);

  private final Set<ReferralState> from;
  private final ReferralState to;

  ReferralMoveKind(Set<ReferralState> from, ReferralState to) {
    this.from = from;
    this.to = to;
  }

  boolean from(ReferralState state) {
    return from.contains(state);
  }

  ReferralState to() {
    return to;
  }

  /** The last word of its address. */
  public String word() {
    return MoveWord.of(this);
  }
}
