package org.cscc.patterns;

import org.cscc.analysis.UsualRange;

/**
 * The range in which a count of this place and season usually falls (M-1): the exact 95 % Poisson
 * prediction range (Nelson 1982) from the counts of earlier windows.
 *
 * @param lower smallest usual count
 * @param upper largest usual count
 * @param mean mean of the earlier windows
 * @param windows how many earlier windows there were
 */
public record UsualBand(long lower, long upper, double mean, int windows) {
  static UsualBand of(UsualRange range) {
    return new UsualBand(range.lower(), range.upper(), range.mean(), range.windows());
  }
}
