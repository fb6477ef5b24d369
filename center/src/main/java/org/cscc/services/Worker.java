package org.cscc.services;

import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.ledger.Hand;

/**
 * Who moves a service.
 *
 * @param reach a decision about services: what of them the person reaches
 */
record Worker(String account, Role role, String organization, Decision reach) {
  /** Whether the person may see the task at all; {@link TaskReach} says the same in SQL. */
  boolean reaches(ServiceTask task) {
    return reach.everywhere()
        || (task.department() != null && reach.reachesOrganization(task.department()))
        || (task.blockedOn() != null && reach.reachesOrganization(task.blockedOn()))
        || reach.reachesOrganization(task.requestedOrg())
        || task.passed().stream().anyMatch(reach::reachesOrganization)
        || task.waitedBy().stream().anyMatch(reach::reachesOrganization)
        || task.requestedBy().equals(account);
  }

  /** Whether the person works for the department that answers for it. */
  boolean answersFor(ServiceTask task) {
    return task.with(organization);
  }

  /** The hand that moves it, as a history names it. */
  Hand hand() {
    return new Hand(account, role.name(), organization);
  }
}
