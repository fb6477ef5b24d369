package org.cscc.weekend;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a crisis room knows to be still open on Monday morning; it brings the answer itself. */
public interface OpenActivations {
  /** All that are open now, the oldest first. Asked by the center, for no person. */
  List<Line> open();

  /**
   * Those of the activations that the person of the current request reads; the others are none of
   * that person's business, although the flash that was frozen for everybody holds them.
   */
  default Set<String> readable(Collection<String> codes) {
    return Set.of();
  }

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
