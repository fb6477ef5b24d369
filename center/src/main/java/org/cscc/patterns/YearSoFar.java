package org.cscc.patterns;

import java.util.List;
import org.cscc.analysis.PoissonTest;
import org.cscc.analysis.YearToDate;
import org.jspecify.annotations.Nullable;

/**
 * From 1 January to the day, against the same dates of the three years before (M-1). A year that
 * the records do not cover from its first day is absent, never zero. On 29 February an earlier year
 * ends on its 28 February.
 *
 * @param harm which harm is counted
 * @param now this year's count against the three years before
 * @param earlier the covered ones of the three years before, latest first
 * @param threeYearMean mean of the three; null unless all three are covered
 * @param change against last year: exact conditional test of two Poisson counts
 * @param changeP its two-sided p; null where nothing is judged
 */
public record YearSoFar(
    Harm harm,
    Counted now,
    List<Year> earlier,
    @Nullable Double threeYearMean,
    Judgement change,
    @Nullable Double changeP) {

  /**
   * The same dates of an earlier year.
   *
   * @param year calendar year
   * @param count people harmed
   */
  public record Year(int year, int count) {}

  /** The same dates of a year; null when the records do not cover them. */
  public @Nullable Year in(int year) {
    return earlier.stream().filter(y -> y.year() == year).findFirst().orElse(null);
  }

  /** The p of the change as it is said. */
  public String saidP() {
    return Judgement.saidP(changeP);
  }

  static YearSoFar of(Harm harm, YearToDate date) {
    long[] counts = date.earlier().stream().mapToLong(YearToDate.Year::count).toArray();
    Counted now =
        counts.length == 3 ? Counted.against(date.count(), counts) : Counted.alone(date.count());
    PoissonTest.TwoWindows test = date.change().orElse(null);
    Judgement change = judge(test);
    return new YearSoFar(
        harm,
        now,
        date.earlier().stream().map(year -> new Year(year.year(), year.count())).toList(),
        date.threeYearMean().isPresent() ? date.threeYearMean().getAsDouble() : null,
        change,
        test != null && change != Judgement.TOO_FEW ? test.p() : null);
  }

  private static Judgement judge(PoissonTest.@Nullable TwoWindows test) {
    if (test == null) {
      return Judgement.NOT_COVERED;
    }
    if (test.first() + test.second() < Judgement.FEWEST) {
      return Judgement.TOO_FEW;
    }
    if (!test.clear()) {
      return Judgement.NO_CLEAR_CHANGE;
    }
    return test.rateRatio() > 1 ? Judgement.CLEAR_RISE : Judgement.CLEAR_FALL;
  }
}
