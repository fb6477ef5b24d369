package org.cscc.access.review;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.cscc.access.Role;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.WallClock;
import org.jspecify.annotations.Nullable;

/**
 * An account as its review shows it.
 *
 * @param name sign-in name
 * @param teams codes of the teams it has a seat in
 * @param lastSignInAt when its person last showed who they are
 * @param tokens how many tokens of programs are good for it
 * @param reviewedAt when somebody last looked at it
 * @param reviewedBy who that was
 * @param reason what they wrote down
 */
record ReviewedAccount(
    UUID id,
    String name,
    String displayName,
    Role role,
    String organization,
    List<String> teams,
    OffsetDateTime createdAt,
    @Nullable OffsetDateTime lastSignInAt,
    int tokens,
    @Nullable OffsetDateTime reviewedAt,
    @Nullable String reviewedBy,
    @Nullable String reason) {
  /** An account that nobody has used for so many days is kept only with a reason. */
  static final int UNUSED_DAYS = 90;

  /**
   * Last day on which it is looked at in time: each quarter once, so at the end of the quarter
   * after the last look, or after it came to be.
   */
  public LocalDate due() {
    OffsetDateTime since = reviewedAt == null ? createdAt : reviewedAt;
    return Quarter.of(WallClock.dayOf(since.toInstant())).next().lastDay();
  }

  /** Whether its quarter has passed. */
  public boolean late(LocalDate today) {
    return due().isBefore(today);
  }

  /** Whether it is to be looked at in this quarter. */
  public boolean open(LocalDate today) {
    return !due().isAfter(Quarter.of(today).lastDay());
  }

  /** Whether nobody has used it for long; the days since it came to be count as well. */
  public boolean unused(LocalDate today) {
    OffsetDateTime last = lastSignInAt == null ? createdAt : lastSignInAt;
    return WallClock.dayOf(last.toInstant()).plusDays(UNUSED_DAYS).isBefore(today);
  }

  /** On Chicago's wall clock. */
  public @Nullable ZonedDateTime lastSignIn() {
    return wall(lastSignInAt);
  }

  /** On Chicago's wall clock. */
  public @Nullable ZonedDateTime reviewed() {
    return wall(reviewedAt);
  }

  /** What the account is, to be noticed when it changes under the eyes of who looks. */
  public String standing() {
    return role + " " + organization + " " + String.join(" ", teams);
  }

  private static @Nullable ZonedDateTime wall(@Nullable OffsetDateTime at) {
    return at == null ? null : at.atZoneSameInstant(ReviewWeek.CHICAGO);
  }
}
