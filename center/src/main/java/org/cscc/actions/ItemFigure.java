package org.cscc.actions;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What became of an item, for counting: no title, no account.
 *
 * @param organization who owes it
 * @param claimedAt when the newest claim was made; null when there is none
 * @param reopened how often somebody else saw that it was not done
 * @param carried in how many meetings it was read out again
 */
public record ItemFigure(
    @Nullable String organization,
    @Nullable Integer area,
    @Nullable String block,
    Verb verb,
    Pillar pillar,
    ActionState state,
    OffsetDateTime createdAt,
    @Nullable OffsetDateTime dueAt,
    @Nullable OffsetDateTime claimedAt,
    int reopened,
    int carried) {
  /** Whether the owner says that it is done and nobody has seen otherwise since. */
  public boolean claimed() {
    return state == ActionState.DONE_CLAIMED || state == ActionState.VERIFIED;
  }
}
