package org.cscc.access;

import java.util.Set;

/**
 * The organizations and teams an account may belong to. They are kept by the directory, which
 * stands above this room, so it brings them here.
 */
public interface KnownSeats {
  /** Codes of the organizations at the table, such as {@code CDPH}. */
  Set<String> organizations();

  /** Codes of the teams, such as {@code north-lawndale}. */
  Set<String> teams();

  /** Numbers of the areas that any of the teams looks after. */
  Set<Integer> areasOf(Set<String> teams);
}
