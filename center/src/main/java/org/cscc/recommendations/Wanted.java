package org.cscc.recommendations;

import org.jspecify.annotations.Nullable;

/**
 * Which recommendations of those within reach.
 *
 * @param organization code of the addressee; null for all
 * @param page counted from 1
 */
record Wanted(
    @Nullable String organization,
    @Nullable Level level,
    @Nullable RecommendationState state,
    @Nullable Integer area,
    int page) {
  /** So many rows stand on a page. */
  static final int ROWS = 50;

  static Wanted all() {
    return new Wanted(null, null, null, null, 1);
  }

  /** The addressee, as an address has it. */
  public @Nullable String to() {
    return organization;
  }
}
