package org.cscc.incidents;

/** What counts are broken down by. */
public enum CountBy {
  /** Community area. */
  AREA,
  /** Review week, named by its first day. */
  WEEK,
  /** Month, named by its first day. */
  MONTH
}
