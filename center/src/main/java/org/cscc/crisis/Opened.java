package org.cscc.crisis;

import java.util.List;

/** What came of opening an activation by hand. */
sealed interface Opened {
  /** It is open: made now, by the same form before, or there already for its incident. */
  record Made(Activation activation) implements Opened {}

  /**
   * Nothing was opened: others are open that may be about the same.
   *
   * @param open the newest first
   */
  record Alike(List<Activation> open) implements Opened {}
}
