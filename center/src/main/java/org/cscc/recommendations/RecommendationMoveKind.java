package org.cscc.recommendations;

import static org.cscc.access.Role.ANALYST;
import static org.cscc.access.Role.DEPARTMENT_LIAISON;
import static org.cscc.access.Role.DIRECTOR;
import static org.cscc.access.Role.FACILITATOR;
import static org.cscc.access.Role.OUTREACH;
import static org.cscc.recommendations.RecommendationState.ACCEPTED;
import static org.cscc.recommendations.RecommendationState.DRAFT;
import static org.cscc.recommendations.RecommendationState.DROPPED;
import static org.cscc.recommendations.RecommendationState.EVALUATED;
import static org.cscc.recommendations.RecommendationState.IMPLEMENTED;
import static org.cscc.recommendations.RecommendationState.ISSUED;
import static org.cscc.recommendations.RecommendationState.PROPOSED;
import static org.cscc.recommendations.RecommendationState.REJECTED;

import java.util.Set;
import org.cscc.access.Role;
import org.cscc.ledger.MoveWord;

/**
 * What can be done with a recommendation, by whom, from which state. What is not listed here is
 * refused; R-INC-06 and B2 of the design are the source.
 */
@SuppressWarnings("ImmutableEnumChecker") // every set in it is made once and not given away
enum RecommendationMoveKind {
  /** Other words, another level or another addressee. */
  REVISE(Side.CHAIR, Set.of(FACILITATOR), DRAFT, DRAFT),
  /** The chair of the review wants it issued: the first of two persons. */
  PROPOSE(Side.CHAIR, Set.of(FACILITATOR), DRAFT, PROPOSED),
  DROP(Side.CHAIR, Set.of(FACILITATOR), DRAFT, DROPPED),
  /** The director gives it back to the chair. */
  RETURN(Side.CENTER, Set.of(DIRECTOR), PROPOSED, DRAFT),
  /** The director issues it: the second of two persons. */
  ISSUE(Side.CENTER, Set.of(DIRECTOR), PROPOSED, ISSUED),
  ACCEPT(Side.ADDRESSEE, Set.of(DEPARTMENT_LIAISON, OUTREACH), ISSUED, ACCEPTED),
  REJECT(Side.ADDRESSEE, Set.of(DEPARTMENT_LIAISON, OUTREACH), ISSUED, REJECTED),
  IMPLEMENT(Side.ADDRESSEE, Set.of(DEPARTMENT_LIAISON, OUTREACH), ACCEPTED, IMPLEMENTED),
  EVALUATE(Side.CENTER, Set.of(ANALYST, DIRECTOR), IMPLEMENTED, EVALUATED);

  /** On which side of it one has to stand. */
  enum Side {
    /** With a seat in the team whose review it comes from. */
    CHAIR,
    /** In the center. */
    CENTER,
    /** In the organization that it is addressed to. */
    ADDRESSEE
  }

  private final Side side;
  private final Set<Role> roles;
  private final RecommendationState from;
  private final RecommendationState to;

  RecommendationMoveKind(
      Side side, Set<Role> roles, RecommendationState from, RecommendationState to) {
    this.side = side;
    this.roles = roles;
    this.from = from;
    this.to = to;
  }

  Side side() {
    return side;
  }

  boolean openTo(Role role) {
    return roles.contains(role);
  }

  boolean from(RecommendationState state) {
    return from == state;
  }

  RecommendationState to() {
    return to;
  }

  /** The last word of its address. */
  public String word() {
    return MoveWord.of(this);
  }
}
