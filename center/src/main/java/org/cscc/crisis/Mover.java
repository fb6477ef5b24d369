package org.cscc.crisis;

import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.ledger.Hand;

/**
 * Who moves an activation.
 *
 * @param reach a decision about working on activations, or about reading them for who only reads
 */
record Mover(String account, Role role, String organization, Decision reach) {
  /** Whether the person may see it at all; {@link CrisisReach} says the same in SQL. */
  boolean reaches(Activation activation) {
    return reach.reachesArea(activation.area())
        || activation.parties().stream()
            .anyMatch(party -> reach.reachesOrganization(party.organization()));
  }

  /** The hand that moves it, as a history names it. */
  Hand hand() {
    return new Hand(account, role.name(), organization);
  }
}
