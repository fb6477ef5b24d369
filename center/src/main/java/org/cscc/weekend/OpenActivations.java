package org.cscc.weekend;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a crisis room knows to be still open on Monday morning; it brings the answer itself. */
public interface OpenActivations {
  /** All that are open now, the oldest first. Asked by the center, for no person. */
  List<Line> open();

  /**
   * One that is open.
   *
   * @param code what people call it by; never an incident's own words
   * @param area number of the area; null when it is not known
   * @param state key of the word for how far it is
   * @param address its page
   */
  record Line(
      String code, @Nullable Integer area, Instant openedAt, String state, String address) {}
}
