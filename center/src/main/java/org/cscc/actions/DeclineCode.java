package org.cscc.actions;

/** Why an organization says no; with it goes who or what would be better. */
public enum DeclineCode {
  /** Another department does this. */
  WRONG_DEPARTMENT,
  /** It stands on private ground. */
  NOT_CITY_OWNED,
  /** The same was asked for already. */
  DUPLICATE,
  NO_BUDGET,
  /** Not at this time of the year. */
  SEASONAL,
  /** Nobody could get in. */
  NO_ACCESS,
  /** Nothing of the kind is there. */
  NOT_FOUND
}
