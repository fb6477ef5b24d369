package org.cscc.access;

import java.util.Set;
import java.util.function.Supplier;

/**
 * The proof that somebody may do something now. Only {@link Access} issues it, and every query for
 * a protected record asks for one: no decision, no data.
 */
public final class Decision {
  private final Capability capability;
  private final String account;
  private final Relation relation;
  private final Seats seats;
  private final Supplier<Set<Integer>> areas;

  Decision(
      Capability capability,
      String account,
      Relation relation,
      Seats seats,
      Supplier<Set<Integer>> areas) {
    this.capability = capability;
    this.account = account;
    this.relation = relation;
    this.seats = seats;
    this.areas = areas;
  }

  /** What was asked for. */
  public Capability capability() {
    return capability;
  }

  /** Sign-in name of the account, or {@code system} for the center's own work. */
  public String account() {
    return account;
  }

  /** Whether everything may be seen, not only what is the account's own. */
  public boolean everywhere() {
    return relation == Relation.ANY;
  }

  /** Codes of the teams the account has a seat in; what an own-team permission reaches. */
  public Set<String> teams() {
    return seats.teams();
  }

  /** Numbers of the areas that an own-team permission reaches; empty for any other relation. */
  public Set<Integer> areas() {
    return relation == Relation.TEAM ? areas.get() : Set.of();
  }

  /** Code of the organization the account works for. */
  public String organization() {
    return seats.organization();
  }

  /** Whether the decision reaches a team. */
  public boolean reaches(String team) {
    return everywhere() || (relation == Relation.TEAM && seats.teams().contains(team));
  }

  /** Whether the decision reaches the records of an area. */
  public boolean reachesArea(int area) {
    return everywhere() || areas().contains(area);
  }

  /** Whether the decision reaches the records of an organization. */
  public boolean reachesOrganization(String code) {
    return everywhere() || (relation == Relation.ORGANIZATION && seats.organization().equals(code));
  }

  /** Whether the decision reaches the records of a household. */
  public boolean reachesHousehold(String token) {
    return everywhere() || (relation == Relation.HOUSEHOLD && token.equals(seats.household()));
  }

  /** Whether the decision reaches what is the account's own. */
  public boolean reachesAccount(String name) {
    return everywhere() || (relation == Relation.SELF && account.equals(name));
  }

  Relation relation() {
    return relation;
  }

  /**
   * This decision, if it is about the capability.
   *
   * @throws IllegalArgumentException when a query is handed the proof of something else
   */
  public Decision about(Capability wanted) {
    if (capability != wanted) {
      throw new IllegalArgumentException(
          "A decision about " + capability + " does not allow " + wanted);
    }
    return this;
  }
}
