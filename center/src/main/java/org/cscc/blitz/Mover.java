package org.cscc.blitz;

import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.ledger.Hand;

/**
 * Who moves a blitz.
 *
 * @param reach a decision about blitzes: which of them the person reaches
 */
record Mover(String account, Role role, String organization, Decision reach) {
  /** Whether the person may see it at all; {@link BlitzReach} says the same in SQL. */
  boolean reaches(Blitz blitz) {
    return reach.everywhere()
        || blitz.parts().stream().anyMatch(part -> reach.reachesOrganization(part.department()));
  }

  /** How the history names the person. */
  Hand hand() {
    return new Hand(account, role.name(), organization);
  }

  /** Whether the person plans blitzes, and so knows whose crew comes. */
  boolean plans() {
    return role == Role.FACILITATOR && reach.everywhere();
  }
}
