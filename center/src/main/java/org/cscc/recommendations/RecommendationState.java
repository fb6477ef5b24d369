package org.cscc.recommendations;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How a recommendation stands (R-INC-06). */
enum RecommendationState {
  /** Written by the chair of a review. */
  DRAFT,
  /** The chair wants it issued; the director has not said yes. */
  PROPOSED,
  /** With its addressee, who owes an answer. */
  ISSUED,
  /** The addressee does it, and has said what and until when. */
  ACCEPTED,
  /** The addressee does not do it, and has said why. */
  REJECTED,
  /** The addressee says that it is done, with evidence. */
  IMPLEMENTED,
  /** Somebody else has said what was seen of it. */
  EVALUATED,
  /** Given up before it was issued. */
  DROPPED;

  private static final Set<RecommendationState> BEFORE = EnumSet.of(DRAFT, PROPOSED, DROPPED);

  /** Who can take it on. */
  enum Turn {
    CHAIR,
    DIRECTOR,
    ADDRESSEE,
    EVALUATOR,
    NOBODY
  }

  /** Whose turn it is. */
  public Turn turn() {
    return switch (this) {
      case DRAFT -> Turn.CHAIR;
      case PROPOSED -> Turn.DIRECTOR;
      case ISSUED, ACCEPTED -> Turn.ADDRESSEE;
      case IMPLEMENTED -> Turn.EVALUATOR;
      case REJECTED, EVALUATED, DROPPED -> Turn.NOBODY;
    };
  }

  /** Whether its addressee has got it. */
  public boolean issued() {
    return !BEFORE.contains(this);
  }

  /** Key of the word, such as {@code recommendations.state.issued}. */
  public String key() {
    return "recommendations.state." + name().toLowerCase(Locale.ROOT);
  }
}
