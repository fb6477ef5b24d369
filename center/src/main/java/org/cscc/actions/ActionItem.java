package org.cscc.actions;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * A commitment as it stands.
 *
 * @param code what people say on the telephone, such as {@code 7KQ2-M4XD}
 * @param area number of the community area; null when it is about no place
 * @param block hundred-block in it
 * @param team code of the team that follows it; null when none does
 * @param originRecord the meeting or incident it comes from
 * @param ownerOrg code of the one accountable organization
 * @param ownerAccount sign-in name of who answers for it
 * @param level how often it rose, 0 to 3
 * @param risesAt when it rises next unless something happens; null when it does not
 * @param checkUntil until when a claim can be verified or reopened
 * @param parentCode code of the one it was folded into
 * @param carried in how many meetings it was read out again
 * @param version counts the changes; a move must name the one it was decided on
 */
public record ActionItem(
    UUID id,
    String code,
    String title,
    Verb verb,
    Pillar pillar,
    Priority priority,
    String tier,
    @Nullable Integer area,
    @Nullable String block,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable String team,
    Origin origin,
    @Nullable String originRecord,
    ActionState state,
    @Nullable String ownerOrg,
    @Nullable String ownerAccount,
    @Nullable OffsetDateTime dueAt,
    List<String> helpers,
    @Nullable String blockedOn,
    int level,
    @Nullable OffsetDateTime risesAt,
    @Nullable OffsetDateTime claimedAt,
    @Nullable OffsetDateTime checkUntil,
    @Nullable String parentCode,
    int carried,
    String createdBy,
    OffsetDateTime createdAt,
    OffsetDateTime changedAt,
    int version) {
  /** Whether it should have been done by now. */
  public boolean late(Instant now) {
    return state.owed() && parentCode == null && dueAt != null && dueAt.toInstant().isBefore(now);
  }

  /** Whether it is due on the reader's day or before, and not yet late. */
  public boolean dueWithin(Instant now, int hours) {
    return state.owed()
        && dueAt != null
        && !late(now)
        && dueAt.toInstant().isBefore(now.plusSeconds(3600L * hours));
  }

  /** When it is due, on Chicago's wall clock. */
  public @Nullable ZonedDateTime due() {
    return dueAt == null ? null : dueAt.atZoneSameInstant(ReviewWeek.CHICAGO);
  }

  /** When it was claimed done, on Chicago's wall clock. */
  public @Nullable ZonedDateTime claimed() {
    return claimedAt == null ? null : claimedAt.atZoneSameInstant(ReviewWeek.CHICAGO);
  }

  /** When it changed last, on Chicago's wall clock. */
  public ZonedDateTime changed() {
    return changedAt.atZoneSameInstant(ReviewWeek.CHICAGO);
  }

  /** Whether it was folded into another one. */
  public boolean merged() {
    return parentCode != null;
  }

  /** Whether an organization owes it. */
  public boolean ownedBy(String organization) {
    return organization.equals(ownerOrg);
  }
}
