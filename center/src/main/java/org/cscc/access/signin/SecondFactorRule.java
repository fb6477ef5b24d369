package org.cscc.access.signin;

import java.util.EnumSet;
import java.util.Set;
import org.cscc.access.Role;

/**
 * Which roles need more than a password. None yet: the codes to ask for come with the next step.
 */
final class SecondFactorRule {
  private static final Set<Role> ROLES = EnumSet.noneOf(Role.class);

  private SecondFactorRule() {}

  static boolean asks(Role role) {
    return ROLES.contains(role);
  }
}
