package org.cscc.incidents;

import java.time.Instant;

/**
 * What an analyst said of an incident's standing.
 *
 * @param version the version of the incident that it made
 * @param told what the feed said of the standing then
 * @param by name of the account
 */
record Ruling(int version, RulingReason reason, Standing told, String by, Instant at) {
  /** Whether it gives the word back to the feed. */
  boolean undoes() {
    return reason.verdict() == null;
  }
}
