package org.cscc.recommendations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.WallClock;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation, as it stands.
 *
 * @param code what people say on the telephone
 * @param reviewCode code of the review that it comes from
 * @param block where, when the review is about one block
 * @param addressedTo code of the one organization that it is addressed to
 * @param proposedBy who of two persons wanted it issued
 * @param dueAt until when an answer is owed
 * @param answer what exactly will be done, or why not; written to be read by everybody
 * @param promisedOn until when the addressee does it
 * @param evidence by what one sees that it is done
 * @param statement what kind of sentence the evaluation is
 * @param n how many the evaluation rests on
 * @param raised 1 when the addressee was reminded, 2 when it is before the steering committee
 * @param version counts the changes; a move must name the one it was decided on
 */
record Recommendation(
    UUID id,
    String code,
    UUID review,
    String reviewCode,
    String team,
    int area,
    @Nullable String block,
    String title,
    String said,
    Level level,
    String addressedTo,
    RecommendationState state,
    String writtenBy,
    @Nullable String proposedBy,
    @Nullable OffsetDateTime issuedAt,
    @Nullable OffsetDateTime dueAt,
    @Nullable OffsetDateTime answeredAt,
    @Nullable String answer,
    @Nullable LocalDate promisedOn,
    @Nullable OffsetDateTime implementedAt,
    @Nullable String implementedBy,
    @Nullable String evidence,
    @Nullable Statement statement,
    @Nullable Integer n,
    @Nullable String evaluation,
    OffsetDateTime changedAt,
    int raised,
    int version) {
  /** Whether what is owed now should have come by now: an answer, or the work that was promised. */
  public boolean late(Instant now) {
    return switch (state) {
      case ISSUED -> dueAt != null && now.isAfter(dueAt.toInstant());
      case ACCEPTED -> promisedOn != null && WallClock.dayOf(now).isAfter(promisedOn);
      default -> false;
    };
  }

  /**
   * Days since it stands as it stands; for what is owed, days past its day, or before it as a
   * negative number.
   */
  public long days(Instant now) {
    LocalDate today = WallClock.dayOf(now);
    LocalDate from =
        state == RecommendationState.ISSUED && dueAt != null
            ? WallClock.dayOf(dueAt.toInstant())
            : state == RecommendationState.ACCEPTED && promisedOn != null
                ? promisedOn
                : WallClock.dayOf(changedAt.toInstant());
    return ChronoUnit.DAYS.between(from, today);
  }

  /** Whether a day is counted to or from: an answer or work is owed. */
  public boolean owed() {
    return state == RecommendationState.ISSUED || state == RecommendationState.ACCEPTED;
  }

  /** Whether an answer is owed. */
  public boolean waits() {
    return state == RecommendationState.ISSUED;
  }

  /** When it was issued, on Chicago's wall clock. */
  public @Nullable ZonedDateTime issued() {
    return here(issuedAt);
  }

  /** Until when an answer is owed, on Chicago's wall clock. */
  public @Nullable ZonedDateTime due() {
    return here(dueAt);
  }

  /** When it was answered, on Chicago's wall clock. */
  public @Nullable ZonedDateTime answered() {
    return here(answeredAt);
  }

  /** When its addressee said that it is done, on Chicago's wall clock. */
  public @Nullable ZonedDateTime implemented() {
    return here(implementedAt);
  }

  private static @Nullable ZonedDateTime here(@Nullable OffsetDateTime at) {
    return at == null ? null : at.atZoneSameInstant(ReviewWeek.CHICAGO);
  }
}
