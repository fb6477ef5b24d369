package org.cscc.tabletops;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How far an exercise is. */
enum ExerciseState {
  /** It has its day, its guests and its story. */
  PLANNED,
  /** The table has sat; what it found is being written down. */
  HELD,
  /** What was found was talked over; its gaps are being decided. */
  DEBRIEFED,
  /** Every gap is owed or answered no; nothing changes any more. */
  CLOSED,
  /** It does not take place. */
  CANCELLED;

  private static final Set<ExerciseState> OWING = EnumSet.of(HELD, DEBRIEFED);

  /** Whether it was held and its report is not finished. */
  public boolean owing() {
    return OWING.contains(this);
  }

  /** Whether the table has sat, so that there is something to report. */
  public boolean held() {
    return owing() || this == CLOSED;
  }

  /** Key of the word, such as {@code tabletops.state.held}. */
  public String key() {
    return "tabletops.state." + name().toLowerCase(Locale.ROOT);
  }
}
