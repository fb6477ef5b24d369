package org.cscc.notices;

import java.util.List;

/** Carries notices out of the house over one channel. */
interface Carrier {
  Channel channel();

  /** Whether a server is named that it could hand them to. */
  boolean named();

  /** What became of an attempt. */
  sealed interface Outcome {
    /** The server has taken it. */
    record HandedOver() implements Outcome {}

    /**
     * It has not.
     *
     * @param trouble a code of ours
     * @param again whether it may go through later
     */
    record Failed(String trouble, boolean again) implements Outcome {
      /** The center itself could not make it ready: its own fault, which may be mended. */
      static Failed unmade() {
        return new Failed("CENTER", true);
      }
    }
  }

  /**
   * Hands them over.
   *
   * @return an outcome for each, in the order of the deliveries
   */
  List<Outcome> carry(List<Letter> letters);
}
