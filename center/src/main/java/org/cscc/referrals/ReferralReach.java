package org.cscc.referrals;

import java.util.HashMap;
import java.util.Map;
import org.cscc.access.Decision;

/**
 * Which referrals somebody may see, as a condition of SQL over {@code referrals.referral r}: those
 * offered to or by the own organization, and those one has offered oneself. Every statement that
 * reads them for a person carries it.
 */
final class ReferralReach {
  static final String CONDITION =
      """
      (:everywhere or r.offered_by = :me
        or (:owns and (r.organization = :own or r.offered_org = :own)))\
      """;

  private ReferralReach() {}

  static Map<String, Object> values(Decision decision) {
    Map<String, Object> values = new HashMap<>();
    values.put("everywhere", decision.everywhere());
    values.put("me", decision.account());
    values.put("own", decision.organization());
    values.put("owns", decision.reachesOrganization(decision.organization()));
    return values;
  }
}
