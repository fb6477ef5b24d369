package org.cscc.home;

/**
 * The database role that answers requests. It owns nothing and can not pass by a row policy.
 *
 * @param name name of the role; the policies are written for {@link #NAME}
 * @param password its password
 */
public record PagesRole(String name, String password) {
  /** The role that the policies and grants are written for. */
  public static final String NAME = "cscc_pages";

  @Override
  public String toString() {
    return name;
  }
}
