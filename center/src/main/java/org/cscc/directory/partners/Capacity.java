package org.cscc.directory.partners;

/** Whether a service takes people at a place now, as far as it told. */
enum Capacity {
  OPEN,
  WAITLIST,
  FULL,
  UNKNOWN
}
