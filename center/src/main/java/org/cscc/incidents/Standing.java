package org.cscc.incidents;

/** What a feed says of an incident's standing. */
public enum Standing {
  /** It counts. */
  COUNTED,
  /** It did not happen. */
  UNFOUNDED,
  /** It is not the city's. */
  OUT_OF_SCOPE
}
