package org.cscc.referrals;

/** How it ended; about the service, never about the person. */
enum OutcomeCode {
  /** What was asked for was given. */
  GOAL_MET,
  PARTLY_MET,
  /** The service was not wanted, or not any more. */
  NOT_WANTED,
  /** Another organization goes on, without the center. */
  HANDED_ON,
  /** The organization ended it. */
  ENDED
}
