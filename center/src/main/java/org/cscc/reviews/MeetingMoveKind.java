package org.cscc.reviews;

import static org.cscc.access.Role.ANALYST;
import static org.cscc.access.Role.DIRECTOR;
import static org.cscc.access.Role.FACILITATOR;
import static org.cscc.reviews.MeetingState.CANCELLED;
import static org.cscc.reviews.MeetingState.CLOSED;
import static org.cscc.reviews.MeetingState.IN_SESSION;
import static org.cscc.reviews.MeetingState.MERGED;
import static org.cscc.reviews.MeetingState.MINUTES_DRAFT;
import static org.cscc.reviews.MeetingState.PACKET_DRAFT;
import static org.cscc.reviews.MeetingState.PACKET_PUBLISHED;
import static org.cscc.reviews.MeetingState.SCHEDULED;

import java.util.Locale;
import java.util.Set;
import org.cscc.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with a review meeting, by whom, from which states. What is not listed here is
 * refused; F1 and B2 of the design are the source.
 */
@SuppressWarnings("ImmutableEnumChecker") // every set in it is made once and not given away
enum MeetingMoveKind {
  /** Its packet has been prepared. */
  PREPARE(Set.of(FACILITATOR, ANALYST), Set.of(SCHEDULED), PACKET_DRAFT),
  /** Its packet has been published. */
  PUBLISH(Set.of(FACILITATOR, ANALYST), Set.of(PACKET_DRAFT), PACKET_PUBLISHED),
  START(Set.of(FACILITATOR), Set.of(PACKET_PUBLISHED), IN_SESSION),
  END(Set.of(FACILITATOR), Set.of(IN_SESSION), MINUTES_DRAFT),
  CLOSE(Set.of(FACILITATOR), Set.of(IN_SESSION, MINUTES_DRAFT), CLOSED),
  /** Opens the minutes of a closed meeting again; the next closing is a new revision. */
  REOPEN(Set.of(DIRECTOR), Set.of(CLOSED), MINUTES_DRAFT),
  CANCEL(Set.of(FACILITATOR), MeetingState.aheadStates(), CANCELLED),
  /** It is held together with another team's. */
  MERGE(Set.of(FACILITATOR), MeetingState.aheadStates(), MERGED),
  /** To another hour or place. */
  MOVE(Set.of(FACILITATOR), MeetingState.aheadStates(), null);

  private final Set<Role> roles;
  private final Set<MeetingState> from;
  private final @Nullable MeetingState to;

  MeetingMoveKind(Set<Role> roles, Set<MeetingState> from, @Nullable MeetingState to) {
    this.roles = roles;
    this.from = from;
    this.to = to;
  }

  boolean openTo(Role role) {
    return roles.contains(role);
  }

  boolean from(MeetingState state) {
    return from.contains(state);
  }

  /** How it stands afterwards, when it stood so before. */
  MeetingState to(MeetingState before) {
    return to == null ? before : to;
  }

  /** The last word of its address. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
