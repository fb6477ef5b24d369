package org.cscc.access;

import java.util.Set;

/**
 * The proof that somebody may do something now. Only {@link Access} issues it, and every query for
 * a protected record asks for one: no decision, no data.
 */
public final class Decision {
  private final Capability capability;
  private final String account;
  private final Scope scope;
  private final Set<String> teams;

  Decision(Capability capability, String account, Scope scope, Set<String> teams) {
    this.capability = capability;
    this.account = account;
    this.scope = scope;
    this.teams = Set.copyOf(teams);
  }

  /** What was asked for. */
  public Capability capability() {
    return capability;
  }

  /** Sign-in name of the account, or {@code system} for the center's own work. */
  public String account() {
    return account;
  }

  /** Whether everything may be seen, not only the account's own teams. */
  public boolean everywhere() {
    return scope == Scope.ALL;
  }

  /** Codes of the teams the account has a seat in; what an own scope reaches. */
  public Set<String> teams() {
    return teams;
  }

  /** Whether the decision reaches a team. */
  public boolean reaches(String team) {
    return everywhere() || teams.contains(team);
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
