package org.cscc.crisis;

/** How far an organization is that was called. */
enum PartyState {
  NOTIFIED,
  ACKNOWLEDGED,
  DEPLOYED,
  /** Was there and is not any more. */
  LEFT,
  /** Said that it can not come. */
  UNABLE
}
