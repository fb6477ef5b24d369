package org.cscc.referrals;

/** What became of a wish to move a referral. */
sealed interface ReferralMoved {
  /** It was done. */
  record Done(Referral now) implements ReferralMoved {}

  /** The same form did it before. */
  record Already(Referral now) implements ReferralMoved {}

  /**
   * Somebody was faster; nothing was done.
   *
   * @param last what happened meanwhile
   */
  record Stale(Referral present, ReferralStep last, ReferralMove wanted) implements ReferralMoved {}
}
