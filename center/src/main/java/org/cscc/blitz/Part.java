package org.cscc.blitz;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An organization that was asked to take part, and what it answered for itself.
 *
 * @param order code of its crew or work order; for itself and for who plans
 * @param reasonCode of a no, or of going on without it
 */
record Part(
    String department,
    State state,
    @Nullable LocalDate onDay,
    @Nullable String order,
    @Nullable String reasonCode) {
  /** What it answered. */
  enum State {
    /** It has not answered. */
    ASKED,
    YES,
    NO,
    /** The blitz goes on without it. */
    LET_OUT
  }

  /** Whether it comes. */
  public boolean comes() {
    return state == State.YES;
  }

  /** Key of what it answered. */
  public String key() {
    return "blitz.part." + state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Key of its reason; only with one. */
  public String reasonKey() {
    return (state == State.NO ? "blitz.no." : "blitz.let-out.") + reasonCode;
  }
}
