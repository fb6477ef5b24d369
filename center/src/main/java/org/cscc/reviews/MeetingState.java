package org.cscc.reviews;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a review meeting stands. */
public enum MeetingState {
  /** It has a day and an hour. */
  SCHEDULED,
  /** Its packet is prepared and can still change. */
  PACKET_DRAFT,
  /** Its packet is frozen: the team can read it. */
  PACKET_PUBLISHED,
  /** The team sits together. */
  IN_SESSION,
  /** The hour is over, the minutes are still written. */
  MINUTES_DRAFT,
  /** Everybody was told what came of it. */
  CLOSED,
  /** It was not held, and it is said why. */
  CANCELLED,
  /** It was held together with another team's. */
  MERGED;

  private static final Set<MeetingState> AHEAD =
      EnumSet.of(SCHEDULED, PACKET_DRAFT, PACKET_PUBLISHED);

  /** Whether it is still to be held. */
  public boolean ahead() {
    return AHEAD.contains(this);
  }

  /** Whether something can be written down in the room. */
  public boolean open() {
    return this == IN_SESSION || this == MINUTES_DRAFT;
  }

  /** How a meeting stands that is still to be held, by its packet. */
  static MeetingState before(boolean noPacket, @Nullable Integer published) {
    if (published != null) {
      return PACKET_PUBLISHED;
    }
    return noPacket ? SCHEDULED : PACKET_DRAFT;
  }

  static Set<MeetingState> aheadStates() {
    return EnumSet.copyOf(AHEAD);
  }

  /** Key of the word, such as {@code reviews.meeting.state.in-session}. */
  public String key() {
    return "reviews.meeting.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
