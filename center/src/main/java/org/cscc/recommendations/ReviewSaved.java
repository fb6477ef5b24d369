package org.cscc.recommendations;

import org.jspecify.annotations.Nullable;

/** What became of a wish to write in a review. */
sealed interface ReviewSaved {
  /** It stands there now. */
  record Done(IncidentReview review) implements ReviewSaved {}

  /**
   * Somebody was faster; nothing was written.
   *
   * @param kind the section; null for the review itself
   * @param typed what the person wanted to write; null for the review itself
   */
  record Stale(IncidentReview review, @Nullable SectionKind kind, @Nullable SectionWords typed)
      implements ReviewSaved {}
}
