package org.cscc.recommendations;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.cscc.directory.Organizations;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.FreeText;
import org.cscc.kernel.Refused;
import org.cscc.kernel.SpokenCode;
import org.cscc.kernel.WallClock;
import org.cscc.ledger.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries moves out: each changes the row, adds to the history, and is noted in the trail. */
@Component
class RecommendationMoves {
  private static final int FEW = 5;
  private static final int SHORTEST = 10;
  private static final int LONGEST = 2000;
  private static final int LONGEST_NONE = 1000;

  private final RecommendationStore store;
  private final ReviewStore reviews;
  private final AnswerDays days;
  private final Organizations organizations;
  private final FreeText freeText;
  private final RecommendationTold told;
  private final AuditTrail trail;
  private final Clock clock;

  RecommendationMoves(
      RecommendationStore store,
      ReviewStore reviews,
      AnswerDays days,
      Organizations organizations,
      FreeText freeText,
      RecommendationTold told,
      AuditTrail trail,
      Clock clock) {
    this.store = store;
    this.reviews = reviews;
    this.days = days;
    this.organizations = organizations;
    this.freeText = freeText;
    this.told = told;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Moves a recommendation, in the caller's transaction.
   *
   * @param version the one the person saw
   */
  RecommendationMoved move(
      Mover mover, @Nullable UUID key, String code, int version, RecommendationMove move) {
    Instant now = clock.instant();
    Recommendation one =
        store
            .byCode(SpokenCode.normal(code))
            .filter(mover::reaches)
            .orElseThrow(RecommendationRules::unknown);
    if (!mayChangeRows(mover)) {
      throw RecommendationRules.refusal(move.kind(), one, mover).orElseThrow();
    }
    one = store.lock(one.code()).orElseThrow(RecommendationRules::unknown);
    if (!store.keys.take(key, mover.account(), now)) {
      return new RecommendationMoved.Already(one);
    }
    if (one.version() != version) {
      return new RecommendationMoved.Stale(one, store.steps(one.id()).getLast(), move);
    }
    Refused.raise(RecommendationRules.refusal(move.kind(), one, mover));
    Change change = change(one, mover, move, now);
    change.columns.put("state", move.kind().to().name());
    store.change(one.id(), change.columns, now);
    store.step(
        one.id(),
        new Entry(move.kind().name(), one.state(), move.kind().to(), mover.hand(), now),
        change.reason,
        change.detail);
    store.keys.made(key, one.code());
    trail.note(
        AuditNote.change(
            Deed.CHANGE,
            "recommendation",
            one.code(),
            one.state().name(),
            move.kind() + " " + move.kind().to()));
    Recommendation after = store.byCode(one.code()).orElseThrow();
    told.moved(after, move.kind(), mover.account());
    return new RecommendationMoved.Done(after);
  }

  /** Who moves none at all is told so by the table, not by the database that guards the row. */
  private static boolean mayChangeRows(Mover mover) {
    for (RecommendationMoveKind kind : RecommendationMoveKind.values()) {
      if (kind.openTo(mover.role())) {
        return true;
      }
    }
    return false;
  }

  /** What a move does. */
  private static final class Change {
    final Map<String, @Nullable Object> columns = new HashMap<>();
    @Nullable String reason;
    @Nullable String detail;
  }

  private Change change(Recommendation one, Mover mover, RecommendationMove move, Instant now) {
    Change change = new Change();
    switch (move) {
      case RecommendationMove.Plain plain -> plain(plain.kind(), one, mover, change, now);
      case RecommendationMove.Because wish -> {
        change.reason = words("reason", wish.reason());
        if (wish.kind() == RecommendationMoveKind.REJECT) {
          change.columns.put("answer", change.reason);
          change.columns.put("answered_at", RecommendationStore.utc(now));
        }
      }
      case RecommendationMove.Drop wish -> {
        change.reason = words("reason", wish.reason());
        drop(one, mover, wish.none(), now);
      }
      case RecommendationMove.Revise wish -> {
        Draft draft = fit(wish.draft());
        change.columns.put("title", draft.title());
        change.columns.put("said", draft.said());
        change.columns.put("level", draft.level().name());
        change.columns.put("addressed_to", draft.addressedTo());
        store.wording(one.id(), draft, mover.account(), now);
      }
      case RecommendationMove.Accept wish -> accept(wish, change, now);
      case RecommendationMove.Implement wish -> {
        change.reason = words("evidence", wish.evidence());
        change.columns.put("evidence", change.reason);
        change.columns.put("implemented_at", RecommendationStore.utc(now));
        change.columns.put("implemented_by", mover.account());
      }
      case RecommendationMove.Evaluate wish -> evaluate(wish, change, now);
    }
    return change;
  }

  /** R-INC-05 holds after the conclusion, too: a recommendation, or why there is none. */
  private void drop(Recommendation one, Mover mover, String none, Instant now) {
    if (!reviews.emptiedWithout(one)) {
      if (!none.isBlank()) {
        throw new Refused(
            Refused.Kind.INVALID, ReviewDesk.CONCLUDE, "recommendations.refused.not-last");
      }
      return;
    }
    String because = none.isBlank() ? "" : freeText.fit("none", none);
    if (because.length() < SHORTEST || because.length() > LONGEST_NONE) {
      throw new Refused(
          because.isEmpty() ? Refused.Kind.CONFLICT : Refused.Kind.INVALID,
          ReviewDesk.CONCLUDE,
          "recommendations.refused.last",
          one.reviewCode(),
          SHORTEST,
          LONGEST_NONE);
    }
    reviews.none(one.review(), because, now);
    reviews.step(one.review(), "CONCLUDE", mover.account(), mover.role().name(), because, now);
  }

  private void plain(
      RecommendationMoveKind kind, Recommendation one, Mover mover, Change change, Instant now) {
    if (kind == RecommendationMoveKind.PROPOSE) {
      active(one.addressedTo());
      change.columns.put("proposed_by", mover.account());
    } else {
      active(one.addressedTo());
      change.columns.put("shown_to", one.addressedTo());
      change.columns.put("issued_at", RecommendationStore.utc(now));
      change.columns.put("due_at", RecommendationStore.utc(days.due(now)));
      change.columns.put("steering_at", RecommendationStore.utc(days.steering(now)));
      change.detail = one.addressedTo();
    }
  }

  /** R-INC-06: a yes says what exactly, and until when. */
  private void accept(RecommendationMove.Accept wish, Change change, Instant now) {
    change.reason = words("what", wish.what());
    if (wish.by() == null || wish.by().isBefore(WallClock.dayOf(now))) {
      throw new Refused(
          Refused.Kind.INVALID, RecommendationRules.ANSWER, "recommendations.refused.day");
    }
    change.detail = wish.by().toString();
    change.columns.put("answer", change.reason);
    change.columns.put("answered_at", RecommendationStore.utc(now));
    change.columns.put("promised_on", wish.by());
  }

  /** Fact 10: activity, trend and effect are told apart, and an effect is not seen on a few. */
  private void evaluate(RecommendationMove.Evaluate wish, Change change, Instant now) {
    if (wish.statement() == null || wish.n() == null || wish.n() < 0) {
      throw new Refused(
          Refused.Kind.INVALID, RecommendationRules.WORDS, "recommendations.refused.statement");
    }
    if (wish.statement() != Statement.ACTIVITY && wish.n() < FEW) {
      throw new Refused(
          Refused.Kind.INVALID, RecommendationRules.WORDS, "recommendations.refused.few", FEW);
    }
    change.reason = words("seen", wish.seen());
    change.detail = wish.statement() + " n = " + wish.n();
    change.columns.put("statement", wish.statement().name());
    change.columns.put("statement_n", wish.n());
    change.columns.put("evaluation", change.reason);
    change.columns.put("evaluated_at", RecommendationStore.utc(now));
  }

  /**
   * A draft whose words may be kept.
   *
   * @throws Refused R-REC-04 for its length, R-REC-05 for an addressee that is none
   */
  Draft fit(Draft draft) {
    String title = freeText.fit("title", draft.title());
    if (title.length() < SHORTEST || title.length() > 120) {
      throw wrongWords("title", SHORTEST, 120);
    }
    active(draft.addressedTo());
    return new Draft(title, words("said", draft.said()), draft.level(), draft.addressedTo());
  }

  private void active(String organization) {
    if (organizations.all().stream().noneMatch(one -> one.code().equals(organization))) {
      throw new Refused(
          Refused.Kind.INVALID,
          RecommendationRules.ADDRESSEE,
          "recommendations.refused.addressee",
          organization);
    }
  }

  private String words(String field, String written) {
    String fit = freeText.fit(field, written);
    if (fit.length() < SHORTEST || fit.length() > LONGEST) {
      throw wrongWords(field, SHORTEST, LONGEST);
    }
    return fit;
  }

  private static Refused wrongWords(String field, int least, int most) {
    boolean answer = field.equals("reason") || field.equals("what");
    return new Refused(
        Refused.Kind.INVALID,
        answer ? RecommendationRules.ANSWER : RecommendationRules.WORDS,
        "recommendations.refused.words." + field,
        least,
        most);
  }
}
