package org.cscc.referrals;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/** One line of the history of a referral; nothing in it was written by hand. */
record ReferralStep(
    int position,
    String move,
    @Nullable ReferralState from,
    ReferralState to,
    String byAccount,
    String byOrganization,
    OffsetDateTime at,
    @Nullable String code) {
  /** When, on Chicago's wall clock. */
  public ZonedDateTime atInChicago() {
    return at.atZoneSameInstant(ReviewWeek.CHICAGO);
  }
}
