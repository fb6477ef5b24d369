package org.cscc.evidence;

import org.cscc.access.Decision;

/**
 * A room whose records carry photos. Each such room has one bean of this type, which answers for
 * its records.
 */
public interface Owner {
  /** The room's own word for its records, such as {@code action}; stored with each photo. */
  String kind();

  /**
   * Whether the person of the current request may see a record, by the room's own rules.
   *
   * @return the proof that they may
   * @throws org.cscc.kernel.Refused when they may not, or when there is no such record
   */
  Decision mayRead(String record);
}
