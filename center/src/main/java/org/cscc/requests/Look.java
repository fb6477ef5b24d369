package org.cscc.requests;

import java.util.Set;
import org.cscc.access.Role;
import org.cscc.ledger.MoveWord;

/**
 * What somebody who looked can say: who may, from which state, and how it stands afterwards. F4 and
 * R-COO-06 of the design are the source; what is not listed here is refused.
 */
@SuppressWarnings("ImmutableEnumChecker") // the sets are made once and not given away
enum Look {
  FIXED(FollowState.FIXED),
  NOT_FIXED(FollowState.NOT_FIXED);

  private static final Set<Role> ROLES = Set.of(Role.REPRESENTATIVE, Role.FACILITATOR);

  private final FollowState to;

  Look(FollowState to) {
    this.to = to;
  }

  boolean openTo(Role role) {
    return ROLES.contains(role);
  }

  boolean from(FollowState state) {
    return state == FollowState.CLOSED_BY_CITY;
  }

  FollowState to() {
    return to;
  }

  /** The last word of its address. */
  public String word() {
    return MoveWord.of(this);
  }
}
