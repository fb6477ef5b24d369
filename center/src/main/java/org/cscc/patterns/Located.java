package org.cscc.patterns;

/** Something that lies in an area and on a block. */
interface Located {
  /** What the feed does not give. */
  int UNKNOWN = -1;

  /** Its counting area, or {@link #UNKNOWN}. */
  int area();

  /** Its hundred-block, or empty. */
  String block();
}
