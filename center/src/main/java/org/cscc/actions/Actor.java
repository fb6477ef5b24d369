package org.cscc.actions;

import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.ledger.Hand;

/**
 * Who moves a commitment.
 *
 * @param reach a decision about items: what of them the person reaches
 */
record Actor(String account, Role role, String organization, Decision reach) {
  /** Whether the person may see the item at all; {@link Reach} says the same in SQL. */
  boolean reaches(ActionItem item) {
    boolean partner = role == Role.OUTREACH || role == Role.ADVOCATE;
    if ((partner && item.tier().equals("T2")) || (role == Role.STEERING && item.level() < 2)) {
      return false;
    }
    return reach.everywhere()
        || (item.team() != null && reach.reaches(item.team()))
        || (item.area() != null && reach.reachesArea(item.area()))
        || (item.ownerOrg() != null && reach.reachesOrganization(item.ownerOrg()))
        || (item.blockedOn() != null && reach.reachesOrganization(item.blockedOn()))
        || item.helpers().stream().anyMatch(reach::reachesOrganization);
  }

  /** Whether the person works for the organization that owes the item. */
  boolean owes(ActionItem item) {
    return item.ownedBy(organization);
  }

  /** The hand that moves it, as a history names it. */
  Hand hand() {
    return new Hand(account, role.name(), organization);
  }
}
