package org.cscc.recommendations;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.ledger.Hand;

/**
 * Who reads and moves recommendations.
 *
 * @param reach a decision about recommendations: what of them the person reaches
 */
record Mover(String account, Role role, String organization, Decision reach) {
  /**
   * What somebody may see, as a condition of SQL over {@code recommendations.recommendation t};
   * {@link #reaches} says the same.
   */
  static final String CONDITION =
      """
      (:everywhere or t.team = any (string_to_array(:teams, ','))
        or (:owns and t.shown_to = :own))\
      """;

  static Map<String, Object> values(Decision decision) {
    Map<String, Object> values = new HashMap<>();
    values.put("everywhere", decision.everywhere());
    values.put(
        "teams",
        decision.teams().stream().filter(decision::reaches).collect(Collectors.joining(",")));
    values.put("own", decision.organization());
    values.put("owns", decision.reachesOrganization(decision.organization()));
    return values;
  }

  /** Whether the person may see it at all. */
  boolean reaches(Recommendation one) {
    return reach.reaches(one.team())
        || (one.state().issued() && reach.reachesOrganization(one.addressedTo()));
  }

  /** Whether the person only sees it because it is addressed to the own organization. */
  boolean addressed() {
    return !reach.everywhere() && reach.reachesOrganization(organization);
  }

  /**
   * Whether the person sits in the team whose review it comes from; reading on a reason (a broken
   * glass) makes nobody its chair.
   */
  boolean chairs(Recommendation one) {
    return reach.teams().contains(one.team());
  }

  boolean answersFor(Recommendation one) {
    return organization.equals(one.addressedTo());
  }

  /** The hand that moves it, as a history names it. */
  Hand hand() {
    return new Hand(account, role.name(), organization);
  }
}
