package org.cscc.incidents;

/** How exactly the time is known. */
public enum OccurredPrecision {
  MINUTE,
  HOUR,
  /** Only the day; the instant is the day's midnight and must not be read as an hour. */
  DAY,
  UNKNOWN;

  /** Whether the hour may be used. */
  public boolean hasHour() {
    return this == MINUTE || this == HOUR;
  }
}
