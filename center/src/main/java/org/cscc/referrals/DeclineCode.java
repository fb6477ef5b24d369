package org.cscc.referrals;

/** Why an organization says no. */
enum DeclineCode {
  FULL,
  OUT_OF_AREA,
  NOT_OUR_SERVICE,
  CONFLICT_OF_INTEREST
}
