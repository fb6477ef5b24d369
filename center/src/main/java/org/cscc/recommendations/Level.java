package org.cscc.recommendations;

/** How far up a recommendation reaches (R-INC-06). */
enum Level {
  /** Something about one place. */
  PLACE,
  /** How an agency does its work. */
  AGENCY_PRACTICE,
  CITY_POLICY,
  STATE_LAW
}
