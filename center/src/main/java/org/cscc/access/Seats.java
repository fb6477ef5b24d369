package org.cscc.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where an account sits: what decides which records are its own.
 *
 * @param organization code of the organization the person works for
 * @param teams codes of the teams the person has a seat in
 * @param areas numbers of the areas named for the person beyond those of the teams
 * @param household token of the household a resident speaks for
 */
public record Seats(
    String organization, Set<String> teams, Set<Integer> areas, @Nullable String household) {
  /** Seats in an organization and in teams. */
  public static Seats in(String organization, Set<String> teams) {
    return new Seats(organization, teams, Set.of(), null);
  }
}
