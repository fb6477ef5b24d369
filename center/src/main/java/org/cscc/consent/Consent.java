package org.cscc.consent;

import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody allowed.
 *
 * @param token stands for the person; the center knows no name for it
 * @param organization code of the organization that was given the consent
 * @param shares what may be told
 * @param recipients codes of the organizations that may be told
 * @param language of the person, for the printed sheet
 * @param expiresAt first instant it holds no more
 * @param withdrawnAt when it was withdrawn; null while it was not
 */
public record Consent(
    UUID id,
    String token,
    String organization,
    Set<Share> shares,
    Set<String> recipients,
    Purpose purpose,
    String method,
    String language,
    OffsetDateTime givenAt,
    OffsetDateTime expiresAt,
    @Nullable OffsetDateTime withdrawnAt) {
  /** Whether it holds at an instant. */
  public boolean holds(OffsetDateTime now) {
    return withdrawnAt == null && !now.isBefore(givenAt) && now.isBefore(expiresAt);
  }
}
