package org.cscc.tabletops;

import static org.cscc.access.Role.DIRECTOR;
import static org.cscc.access.Role.FACILITATOR;
import static org.cscc.tabletops.ExerciseState.CANCELLED;
import static org.cscc.tabletops.ExerciseState.CLOSED;
import static org.cscc.tabletops.ExerciseState.DEBRIEFED;
import static org.cscc.tabletops.ExerciseState.HELD;
import static org.cscc.tabletops.ExerciseState.PLANNED;

import java.util.Set;
import org.cscc.access.Role;
import org.cscc.ledger.MoveWord;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with an exercise, by whom, from which states. What is not listed here is
 * refused; F12 of the design is the source.
 */
@SuppressWarnings("ImmutableEnumChecker") // every set in it is made once and not given away
enum ExerciseMoveKind {
  /** Another time, other guests, another story. */
  EDIT(Set.of(FACILITATOR, DIRECTOR), Set.of(PLANNED), null),
  /** The table has sat. */
  HOLD(Set.of(FACILITATOR, DIRECTOR), Set.of(PLANNED), HELD),
  /** Writes down a gap or a strength. */
  FIND(Set.of(FACILITATOR, DIRECTOR), Set.of(HELD, DEBRIEFED), null),
  /** Takes back what was written down and not decided. */
  TAKE_BACK(Set.of(FACILITATOR, DIRECTOR), Set.of(HELD, DEBRIEFED), null),
  DEBRIEF(Set.of(FACILITATOR, DIRECTOR), Set.of(HELD), DEBRIEFED),
  /** A gap becomes an item; only who may write items down. */
  OWE(Set.of(FACILITATOR), Set.of(HELD, DEBRIEFED), null),
  /** A gap is answered no. */
  ANSWER_NO(Set.of(FACILITATOR, DIRECTOR), Set.of(HELD, DEBRIEFED), null),
  CLOSE(Set.of(FACILITATOR, DIRECTOR), Set.of(DEBRIEFED), CLOSED),
  CANCEL(Set.of(FACILITATOR, DIRECTOR), Set.of(PLANNED), CANCELLED);

  private final Set<Role> roles;
  private final Set<ExerciseState> from;
  private final @Nullable ExerciseState to;

  ExerciseMoveKind(Set<Role> roles, Set<ExerciseState> from, @Nullable ExerciseState to) {
    this.roles = roles;
    this.from = from;
    this.to = to;
  }

  boolean openTo(Role role) {
    return roles.contains(role);
  }

  boolean from(ExerciseState state) {
    return from.contains(state);
  }

  /** How far it is afterwards, when it was so far before. */
  ExerciseState to(ExerciseState before) {
    return to == null ? before : to;
  }

  /**
   * Whether the form names the version that was seen. Two who write down or decide findings at the
   * same table do not disturb each other; a finding that was decided meanwhile says so itself.
   */
  boolean seesTheWhole() {
    return switch (this) {
      case FIND, TAKE_BACK, OWE, ANSWER_NO -> false;
      case EDIT, HOLD, DEBRIEF, CLOSE, CANCEL -> true;
    };
  }

  /** The last word of its address. */
  public String word() {
    return MoveWord.of(this);
  }
}
