package org.cscc.access.signin;

import java.util.EnumSet;
import java.util.Set;
import org.cscc.access.Role;

/**
 * Which roles need more than a password: those that read records of the tiers T2 and T3 in the
 * table of section B (liaisons, advocates, analysts, reviewers, finance, privacy, audit, the
 * director), and the administrator, who gives roles to others.
 */
final class SecondFactorRule {
  private static final Set<Role> ROLES =
      EnumSet.of(
          Role.POLICE_LIAISON,
          Role.DEPARTMENT_LIAISON,
          Role.ADVOCATE,
          Role.ANALYST,
          Role.REVIEWER,
          Role.FINANCE,
          Role.DIRECTOR,
          Role.PRIVACY_OFFICER,
          Role.AUDITOR,
          Role.ADMINISTRATOR);

  private SecondFactorRule() {}

  static boolean asks(Role role) {
    return ROLES.contains(role);
  }
}
