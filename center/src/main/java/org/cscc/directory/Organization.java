package org.cscc.directory;

/**
 * A department, a sister agency or a community organization.
 *
 * @param assumed whether the row rests on our own reading, not on an official list
 */
public record Organization(String code, String name, Kind kind, boolean assumed, int version) {
  /** What an organization is to the City. */
  public enum Kind {
    CITY_DEPARTMENT,
    SISTER_AGENCY,
    COMMUNITY_ORGANIZATION,
    PROVIDER
  }

  /** Whether it is a department or a sister agency: one of those the City counts. */
  boolean ofTheCity() {
    return kind == Kind.CITY_DEPARTMENT || kind == Kind.SISTER_AGENCY;
  }
}
