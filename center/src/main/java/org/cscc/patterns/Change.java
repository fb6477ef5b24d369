package org.cscc.patterns;

import org.cscc.analysis.WindowChange;

/**
 * Two stretches of equal length held against each other (M-2): {@code z = 2 (sqrt(after) -
 * sqrt(before))}, and nothing is claimed below {@code |z| = 3} (Wheeler 2016).
 *
 * @param span the later stretch; the earlier one is the same number of days before it
 * @param before people harmed in the earlier stretch
 * @param after people harmed in the later one
 * @param z the statistic
 * @param judgement what may be said
 */
public record Change(Span span, int before, int after, double z, Judgement judgement) {
  static Change between(Span span, int before, int after) {
    WindowChange change = WindowChange.between(before, after);
    return new Change(span, before, after, change.z(), judge(change));
  }

  private static Judgement judge(WindowChange change) {
    if (change.pre() + change.post() < Judgement.FEWEST) {
      return Judgement.TOO_FEW;
    }
    return switch (change.verdict()) {
      case CLEAR_RISE -> Judgement.CLEAR_RISE;
      case CLEAR_FALL -> Judgement.CLEAR_FALL;
      case NO_CLEAR_CHANGE -> Judgement.NO_CLEAR_CHANGE;
    };
  }
}
