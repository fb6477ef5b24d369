package org.cscc.patterns;

import org.cscc.analysis.PoissonTest;
import org.cscc.analysis.UsualRange;
import org.jspecify.annotations.Nullable;

/**
 * A count of people harmed, held against what is usual.
 *
 * @param count people
 * @param usual the usual range; null when the records do not reach back
 * @param judgement what may be said
 * @param p exact two-sided p against the earlier windows; null where nothing is judged
 */
public record Counted(
    int count, @Nullable UsualBand usual, Judgement judgement, @Nullable Double p) {

  /** A count with nothing to hold it against. */
  static Counted alone(int count) {
    return new Counted(count, null, Judgement.NOT_COVERED, null);
  }

  /** A count against the counts of earlier windows of the same length. */
  static Counted against(int count, long[] earlier) {
    if (earlier.length == 0) {
      return alone(count);
    }
    long sum = 0;
    for (long one : earlier) {
      sum += one;
    }
    UsualRange range = UsualRange.from(earlier);
    UsualBand band = UsualBand.of(range);
    if (sum + count < Judgement.FEWEST) {
      return new Counted(count, band, Judgement.TOO_FEW, null);
    }
    double p = PoissonTest.twoWindows(sum, earlier.length, count, 1).p();
    return new Counted(count, band, judge(range.position(count), p), p);
  }

  /** Stands out only when both say so: the range and the test of rule M-1. */
  private static Judgement judge(UsualRange.Position position, double p) {
    return switch (position) {
      case ABOVE -> p < 0.05 ? Judgement.MORE_THAN_USUAL : Judgement.NO_CLEAR_CHANGE;
      case BELOW -> p < 0.05 ? Judgement.FEWER_THAN_USUAL : Judgement.NO_CLEAR_CHANGE;
      case WITHIN -> Judgement.WITHIN_USUAL;
    };
  }

  /** The p as it is said: {@code = 0.031} or {@code < 0.001}; empty where nothing is judged. */
  public String saidP() {
    return Judgement.saidP(p);
  }
}
