package org.cscc.recommendations;

/** What became of a wish to move a recommendation. */
sealed interface RecommendationMoved {
  /** It was done. */
  record Done(Recommendation now) implements RecommendationMoved {}

  /** The same form did it before. */
  record Already(Recommendation now) implements RecommendationMoved {}

  /**
   * Somebody was faster; nothing was done.
   *
   * @param last what happened meanwhile
   */
  record Stale(Recommendation present, RecommendationStep last, RecommendationMove wanted)
      implements RecommendationMoved {}
}
