package org.cscc.access.signin;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param device two words about the browser it was made with, or empty
 * @param backedUp whether it is also on the owner's other devices
 */
record Passkey(
    UUID id,
    String device,
    boolean backedUp,
    OffsetDateTime enrolledAt,
    @Nullable OffsetDateTime lastUsedAt) {
  /** On Chicago's wall clock. */
  public ZonedDateTime enrolled() {
    return enrolledAt.atZoneSameInstant(ReviewWeek.CHICAGO);
  }

  /** On Chicago's wall clock. */
  public @Nullable ZonedDateTime lastUsed() {
    OffsetDateTime at = lastUsedAt;
    return at == null ? null : at.atZoneSameInstant(ReviewWeek.CHICAGO);
  }
}
