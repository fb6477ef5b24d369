package org.cscc.referrals;

import org.jspecify.annotations.Nullable;

/**
 * A wish to move a referral.
 *
 * @param decline why not, of a no
 * @param outcome how it ended, of a closing
 */
record ReferralMove(
    ReferralMoveKind kind, @Nullable DeclineCode decline, @Nullable OutcomeCode outcome) {
  static ReferralMove plain(ReferralMoveKind kind) {
    return new ReferralMove(kind, null, null);
  }

  static ReferralMove decline(DeclineCode why) {
    return new ReferralMove(ReferralMoveKind.DECLINE, why, null);
  }

  static ReferralMove close(OutcomeCode how) {
    return new ReferralMove(ReferralMoveKind.CLOSE, null, how);
  }

  /** The code that goes with it. */
  @Nullable String code() {
    return decline != null ? decline.name() : outcome != null ? outcome.name() : null;
  }
}
