package org.cscc.access;

/** How far a capability reaches. */
enum Scope {
  /** Only the teams the account has a seat in, and their areas. */
  OWN,
  /** Everything. */
  ALL
}
