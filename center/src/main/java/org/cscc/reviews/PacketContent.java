package org.cscc.reviews;

/**
 * All that a packet says, in one tree that is stored as it is: pages and paper are drawn from it
 * alone, in the reader's language.
 *
 * @param format version of this tree, for a later reader
 */
record PacketContent(int format, PacketHead head, PacketFacts facts) {
  /** The version that is written today. */
  static final int FORMAT = 1;
}
