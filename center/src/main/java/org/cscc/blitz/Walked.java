package org.cscc.blitz;

/**
 * A block that somebody walked.
 *
 * @param version counts how often it was written down
 */
record Walked(String block, Look look, int version) {
  /** Before or after. */
  enum Look {
    FIRST,
    SECOND
  }
}
