package org.cscc.referrals;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * A hand-off of a need. There is nothing in it about a person.
 *
 * @param token what the organization has beside the name in its own books
 * @param incident what it follows; null when it follows none
 * @param organization code of the one it was offered to
 * @param declineCode a {@link DeclineCode}; null unless it was declined
 * @param outcomeCode an {@link OutcomeCode}; null unless it is closed
 * @param dueAt until when the organization answers, or has spoken with the person; null when no
 *     clock runs
 * @param follows token of the one that another organization declined
 * @param followedBy token of the one that was offered in its place
 */
record Referral(
    UUID id,
    String token,
    int area,
    @Nullable UUID incident,
    List<NeedType> needs,
    String organization,
    ReferralState state,
    @Nullable String declineCode,
    @Nullable String outcomeCode,
    String offeredBy,
    String offeredOrg,
    OffsetDateTime offeredAt,
    @Nullable OffsetDateTime dueAt,
    @Nullable String follows,
    @Nullable String followedBy,
    int version) {
  /** Whether its clock has run out. */
  public boolean late(Instant now) {
    return dueAt != null && dueAt.toInstant().isBefore(now);
  }

  /** When it was offered, on Chicago's wall clock. */
  public ZonedDateTime offered() {
    return offeredAt.atZoneSameInstant(ReviewWeek.CHICAGO);
  }

  /** Until when, on Chicago's wall clock. */
  public @Nullable ZonedDateTime due() {
    return dueAt == null ? null : dueAt.atZoneSameInstant(ReviewWeek.CHICAGO);
  }

  boolean with(String code) {
    return organization.equals(code);
  }
}
