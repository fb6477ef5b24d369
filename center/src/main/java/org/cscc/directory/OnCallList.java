package org.cscc.directory;

import java.time.Instant;
import java.util.List;

/** Who is on call and when, for the rooms that have to reach somebody. */
public interface OnCallList {
  /**
   * Turns that run at some moment of a span, those that begin first first.
   *
   * @param from first moment
   * @param until end of the span, not included; the same moment as {@code from} asks for that one
   */
  List<OnCallTurn> between(Instant from, Instant until);
}
