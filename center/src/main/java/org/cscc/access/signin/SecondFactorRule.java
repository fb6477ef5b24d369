package org.cscc.access.signin;

import org.cscc.access.Role;

/**
 * Which roles need more than a password: those that the table of permissions lets reach somebody
 * else's records of the tiers T2 and T3. The administrator, who gives roles to others, is among
 * them.
 */
final class SecondFactorRule {
  private SecondFactorRule() {}

  static boolean asks(Role role) {
    return role.reachesGuardedRecords();
  }
}
