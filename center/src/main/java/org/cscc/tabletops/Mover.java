package org.cscc.tabletops;

import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.ledger.Hand;

/**
 * Who moves an exercise.
 *
 * @param reach a decision about exercises: which of them the person reaches
 */
record Mover(String account, Role role, String organization, Decision reach) {
  /** Whether the person may see it at all; {@link ExerciseReach} says the same in SQL. */
  boolean reaches(Exercise exercise) {
    return reach.everywhere()
        || exercise.organizations().stream().anyMatch(reach::reachesOrganization);
  }

  /** Whether the person leads it: with a seat in one of its teams, or as director. */
  boolean leads(Exercise exercise) {
    return role == Role.DIRECTOR || exercise.teams().stream().anyMatch(reach.teams()::contains);
  }

  /** How the history names the person. */
  Hand hand() {
    return new Hand(account, role.name(), organization);
  }
}
