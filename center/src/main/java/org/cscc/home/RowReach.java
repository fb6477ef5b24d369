package org.cscc.home;

/**
 * Says which rows the person of the current request reaches, for the database to hold against every
 * row (decision 0120). The room that knows roles brings it.
 */
public interface RowReach {
  /** Nobody in particular: reaches only what is open. */
  String NOTHING = "{}";

  /**
   * The reach of the current request, as the JSON that {@code home.may} and {@code home.own} read:
   * for each relation the capabilities it is held for, and what is the person's own.
   */
  String now();
}
