package org.cscc.recommendations;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.SpokenCode;
import org.cscc.ledger.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where recommendations are written and moved, each in a transaction of its own. */
@Component
class RecommendationDesk {
  private final RecommendationStore store;
  private final RecommendationMoves moves;
  private final ReviewDesk reviews;
  private final AuditTrail trail;
  private final Access access;
  private final Clock clock;

  RecommendationDesk(
      RecommendationStore store,
      RecommendationMoves moves,
      ReviewDesk reviews,
      AuditTrail trail,
      Access access,
      Clock clock) {
    this.store = store;
    this.moves = moves;
    this.reviews = reviews;
    this.trail = trail;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Drafts what should come of a review.
   *
   * @param key of the form, so that it is done once; null when there is none
   * @return its code
   */
  @Transactional
  String draft(Decision decision, @Nullable UUID key, String review, Draft written) {
    Mover mover = mover(decision.about(Capability.DRAFT_RECOMMENDATIONS));
    IncidentReview of = reviews.open(decision, review);
    Instant now = clock.instant();
    if (!store.keys.take(key, mover.account(), now)) {
      return store.madeBy(key, mover.account()).orElseThrow(RecommendationRules::unknown);
    }
    Draft draft = moves.fit(written);
    UUID id = UUID.randomUUID();
    String code = SpokenCode.next();
    store.add(id, code, of, draft, mover.account(), now);
    store.step(
        id, new Entry("DRAFT", null, RecommendationState.DRAFT, mover.hand(), now), null, null);
    store.keys.made(key, code);
    trail.note(AuditNote.change(Deed.CREATE, "recommendation", code, null, draft.level().name()));
    return code;
  }

  /** Moves a recommendation. */
  @Transactional
  RecommendationMoved move(
      Decision decision, @Nullable UUID key, String code, int version, RecommendationMove move) {
    return moves.move(
        mover(decision.about(Capability.READ_RECOMMENDATIONS)), key, code, version, move);
  }

  /** Who is asking. */
  Mover mover(Decision decision) {
    return access
        .signedIn()
        .map(p -> new Mover(p.name(), p.role(), p.organization(), decision))
        .orElseGet(() -> new Mover("system", Role.AUDITOR, decision.organization(), decision));
  }
}
