package org.cscc.referrals;

import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.ledger.Hand;

/**
 * Who moves a referral.
 *
 * @param reach a decision about referrals
 */
record Worker(String account, Role role, String organization, Decision reach) {
  /** Whether the person may see it at all; {@link ReferralReach} says the same in SQL. */
  boolean reaches(Referral referral) {
    return reach.everywhere()
        || reach.reachesOrganization(referral.organization())
        || reach.reachesOrganization(referral.offeredOrg())
        || referral.offeredBy().equals(account);
  }

  /** Whether the person works for the organization it was offered to. */
  boolean answersFor(Referral referral) {
    return referral.with(organization);
  }

  /** Whether the person stands on the side that offered it. */
  boolean offered(Referral referral) {
    return referral.offeredBy().equals(account) || reach.reachesOrganization(referral.offeredOrg());
  }

  /** The hand that moves it, as a history names it. */
  Hand hand() {
    return new Hand(account, role.name(), organization);
  }
}
