package org.cscc.patterns;

import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * What the map is asked to show.
 *
 * @param week the review week it ends with
 * @param days 7 or 28 days up to the end of the week
 * @param area the one area to show; null for all within reach
 */
record MapRequest(ReviewWeek week, int days, @Nullable Integer area) {
  int last() {
    return Math.toIntExact(week.lastDay().toEpochDay());
  }

  int first() {
    return last() - days + 1;
  }
}
