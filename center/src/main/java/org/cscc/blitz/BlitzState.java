package org.cscc.blitz;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How far a blitz is. */
enum BlitzState {
  /** The blocks, the days and the departments are named; nobody has walked yet. */
  PLANNED,
  /** It is known what is there; the departments answer. */
  WALKED,
  /** Each department has its day. */
  SCHEDULED,
  /** The days are over. */
  EXECUTED,
  /** Somebody else has seen what is left. */
  REWALKED,
  REPORTED,
  /** It does not take place. */
  CALLED_OFF;

  private static final Set<BlitzState> ENDED = EnumSet.of(REPORTED, CALLED_OFF);

  /** Whether something is still to be done about it. */
  public boolean open() {
    return !ENDED.contains(this);
  }

  /** Key of the word, such as {@code blitz.state.called-off}. */
  public String key() {
    return "blitz.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
