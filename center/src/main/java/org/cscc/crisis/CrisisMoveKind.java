package org.cscc.crisis;

import static org.cscc.access.Role.ADVOCATE;
import static org.cscc.access.Role.DEPARTMENT_LIAISON;
import static org.cscc.access.Role.DIRECTOR;
import static org.cscc.access.Role.FACILITATOR;
import static org.cscc.access.Role.OUTREACH;
import static org.cscc.crisis.ActivationState.ACKNOWLEDGED;
import static org.cscc.crisis.ActivationState.AFTER_ACTION;
import static org.cscc.crisis.ActivationState.DEPLOYED;
import static org.cscc.crisis.ActivationState.NOTIFIED;
import static org.cscc.crisis.ActivationState.STABILISING;
import static org.cscc.crisis.ActivationState.STOOD_DOWN;

import java.util.EnumSet;
import java.util.Set;
import org.cscc.access.Role;
import org.cscc.ledger.MoveWord;
import org.jspecify.annotations.Nullable;

/**
 * What can be done in an activation, by whom, from which states. What is not listed here is
 * refused; F2 and B2 of the design are the source.
 */
@SuppressWarnings("ImmutableEnumChecker") // every set in it is made once and not given away
enum CrisisMoveKind {
  /** Calls another organization. */
  CALL(null, Set.of(FACILITATOR, DIRECTOR), ActivationState.openStates(), null),
  ACKNOWLEDGE(
      EnumSet.of(PartyState.NOTIFIED), organizations(), ActivationState.openStates(), ACKNOWLEDGED),
  UNABLE(
      EnumSet.of(PartyState.NOTIFIED, PartyState.ACKNOWLEDGED),
      organizations(),
      ActivationState.openStates(),
      null),
  DEPLOY(
      EnumSet.of(PartyState.ACKNOWLEDGED),
      organizations(),
      EnumSet.of(ACKNOWLEDGED, DEPLOYED, STABILISING),
      DEPLOYED),
  /**
   * Somebody who was hurt, or a family, was reached; nobody is named. Its 48 hours run on after the
   * standing down, and after what was learned is written.
   */
  CONTACT(
      EnumSet.of(PartyState.ACKNOWLEDGED, PartyState.DEPLOYED, PartyState.LEFT),
      organizations(),
      EnumSet.of(ACKNOWLEDGED, DEPLOYED, STABILISING, STOOD_DOWN, AFTER_ACTION),
      null),
  LEAVE(
      EnumSet.of(PartyState.DEPLOYED),
      organizations(),
      EnumSet.of(DEPLOYED, STABILISING, STOOD_DOWN, AFTER_ACTION),
      null),
  PLAN(
      null,
      Set.of(FACILITATOR, DIRECTOR),
      EnumSet.of(NOTIFIED, ACKNOWLEDGED, DEPLOYED, STABILISING),
      null),
  STABILISE(null, Set.of(FACILITATOR, DIRECTOR), EnumSet.of(DEPLOYED), STABILISING),
  /** It goes on although every reason for it was taken back. */
  KEEP(null, Set.of(FACILITATOR, DIRECTOR), ActivationState.openStates(), null),
  STAND_DOWN(null, Set.of(FACILITATOR, DIRECTOR), ActivationState.openStates(), STOOD_DOWN),
  LESSONS(null, Set.of(FACILITATOR, DIRECTOR), EnumSet.of(STOOD_DOWN, AFTER_ACTION), AFTER_ACTION);

  private final @Nullable Set<PartyState> party;
  private final Set<Role> roles;
  private final Set<ActivationState> from;
  private final @Nullable ActivationState to;

  CrisisMoveKind(
      @Nullable Set<PartyState> party,
      Set<Role> roles,
      Set<ActivationState> from,
      @Nullable ActivationState to) {
    this.party = party;
    this.roles = roles;
    this.from = from;
    this.to = to;
  }

  private static Set<Role> organizations() {
    return Set.of(OUTREACH, ADVOCATE, DEPARTMENT_LIAISON);
  }

  /** Whether an organization does it for itself. */
  boolean ofParty() {
    return party != null;
  }

  boolean openTo(Role role) {
    return roles.contains(role);
  }

  boolean from(ActivationState state) {
    return from.contains(state);
  }

  boolean from(PartyState state) {
    return party != null && party.contains(state);
  }

  /** How the activation stands afterwards: it goes on and never back. */
  ActivationState to(ActivationState before) {
    return to == null || to.before(before) ? before : to;
  }

  /** The last word of its address. */
  public String word() {
    return MoveWord.of(this);
  }
}
