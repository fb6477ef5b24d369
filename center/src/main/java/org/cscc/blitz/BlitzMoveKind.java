package org.cscc.blitz;

import static org.cscc.access.Role.DEPARTMENT_LIAISON;
import static org.cscc.access.Role.DIRECTOR;
import static org.cscc.access.Role.FACILITATOR;
import static org.cscc.access.Role.OUTREACH;
import static org.cscc.access.Role.REPRESENTATIVE;
import static org.cscc.blitz.BlitzState.CALLED_OFF;
import static org.cscc.blitz.BlitzState.EXECUTED;
import static org.cscc.blitz.BlitzState.PLANNED;
import static org.cscc.blitz.BlitzState.REPORTED;
import static org.cscc.blitz.BlitzState.REWALKED;
import static org.cscc.blitz.BlitzState.SCHEDULED;
import static org.cscc.blitz.BlitzState.WALKED;

import java.util.Locale;
import java.util.Set;
import org.cscc.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with a blitz, by whom, from which states. What is not listed here is refused; F4
 * of the design is the source.
 */
@SuppressWarnings("ImmutableEnumChecker") // every set in it is made once and not given away
enum BlitzMoveKind {
  /** Notes what is on one block, before. */
  WALK_BLOCK(Side.CENTER, Set.of(REPRESENTATIVE, FACILITATOR), Set.of(PLANNED), null),
  /** Every block was walked. */
  WALK(Side.CENTER, Set.of(REPRESENTATIVE, FACILITATOR), Set.of(PLANNED), WALKED),
  /** Asks services for what was found. */
  MAKE_TASKS(Side.CENTER, Set.of(FACILITATOR), Set.of(WALKED, SCHEDULED), null),
  /** Asks one more department. */
  CALL_IN(Side.CENTER, Set.of(FACILITATOR), Set.of(PLANNED, WALKED), null),
  /** A department comes, on its day. */
  ACCEPT(Side.DEPARTMENT, Set.of(DEPARTMENT_LIAISON, OUTREACH), Set.of(WALKED), null),
  /** A department does not come, and says why. */
  DECLINE(Side.DEPARTMENT, Set.of(DEPARTMENT_LIAISON, OUTREACH), Set.of(WALKED), null),
  /** It goes on without a department. */
  LET_OUT(Side.CENTER, Set.of(FACILITATOR), Set.of(PLANNED, WALKED), null),
  SCHEDULE(Side.CENTER, Set.of(FACILITATOR), Set.of(WALKED), SCHEDULED),
  /**
   * A department says what it did on one block: on its day, or later, until the second walk is
   * over. F4 lets the second walk follow the work, so nothing that was done before it is lost
   * because somebody said first that the days are over.
   */
  DO(Side.DEPARTMENT, Set.of(DEPARTMENT_LIAISON, OUTREACH), Set.of(SCHEDULED, EXECUTED), null),
  /** The last department has had its day. */
  EXECUTE(Side.CENTER, Set.of(FACILITATOR), Set.of(SCHEDULED), EXECUTED),
  /** Looks at one block again. */
  LOOK(Side.SOMEBODY_ELSE, Set.of(REPRESENTATIVE, FACILITATOR), Set.of(EXECUTED), null),
  REWALK(Side.SOMEBODY_ELSE, Set.of(REPRESENTATIVE, FACILITATOR), Set.of(EXECUTED), REWALKED),
  REPORT(Side.CENTER, Set.of(FACILITATOR), Set.of(REWALKED), REPORTED),
  CALL_OFF(
      Side.CENTER, Set.of(FACILITATOR, DIRECTOR), Set.of(PLANNED, WALKED, SCHEDULED), CALLED_OFF);

  /** On which side of the blitz one has to stand. */
  enum Side {
    /** Where it is planned and walked. */
    CENTER,
    /** In an organization that was asked; it speaks for itself only. */
    DEPARTMENT,
    /** Not in one that did the work, and not who wrote down that it is done. */
    SOMEBODY_ELSE
  }

  private final Side side;
  private final Set<Role> roles;
  private final Set<BlitzState> from;
  private final @Nullable BlitzState to;

  BlitzMoveKind(Side side, Set<Role> roles, Set<BlitzState> from, @Nullable BlitzState to) {
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

  boolean from(BlitzState state) {
    return from.contains(state);
  }

  /** How far it is afterwards, when it was so far before. */
  BlitzState to(BlitzState before) {
    return to == null ? before : to;
  }

  /**
   * Whether the form names the version of the blitz that was seen. What a department says of itself
   * is true whatever others did meanwhile; a block that is walked has a version of its own.
   */
  boolean seesTheWhole() {
    return side != Side.DEPARTMENT && this != WALK_BLOCK && this != LOOK;
  }

  /** Whether it can ask for services, so that the list of priority blocks is read before. */
  boolean asksForServices() {
    return this == MAKE_TASKS || this == REWALK;
  }

  /** The last word of its address. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
