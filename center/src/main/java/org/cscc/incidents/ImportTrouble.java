package org.cscc.incidents;

import java.util.UUID;

/**
 * An import that left something to mend.
 *
 * @param state APPLIED with rows that were rejected, or QUARANTINED, REFUSED or FAILED as a whole
 * @param rejected how many rows were rejected
 */
public record ImportTrouble(UUID id, String fileName, String state, long rejected) {
  /** Whether the file counts, but for the rejected rows. */
  public boolean counts() {
    return state.equals("APPLIED");
  }
}
