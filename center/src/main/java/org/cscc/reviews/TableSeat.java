package org.cscc.reviews;

/**
 * A seat at a team's table: an organization in a role, whoever sits on it.
 *
 * @param organization code of the organization
 * @param role a word of the roles, such as {@code DEPARTMENT_LIAISON}
 */
record TableSeat(String organization, String role) {
  /** How forms and records name it. */
  public String key() {
    return organization + "/" + role;
  }
}
