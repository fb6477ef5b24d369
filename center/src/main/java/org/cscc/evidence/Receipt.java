package org.cscc.evidence;

import java.util.UUID;
import org.cscc.kernel.Refused;

/** What became of a file that somebody sent. */
public sealed interface Receipt {
  /**
   * It was drawn anew and is kept.
   *
   * @param id to name it by; the photo is served at {@code /evidence/} and the id
   * @param sha256 of the bytes that are kept, in hex
   * @param bytes how many are kept
   * @param width in pixels, as kept
   * @param height in pixels, as kept
   */
  record Accepted(UUID id, String sha256, int bytes, int width, int height) implements Receipt {
    /** Where it is served. */
    public String address() {
      return "/evidence/" + id;
    }
  }

  /**
   * Nothing of it is kept.
   *
   * @param why to show at the form, or to throw
   */
  record TurnedAway(Refused why) implements Receipt {}
}
