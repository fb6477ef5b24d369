package org.cscc.patterns.hotspots;

/**
 * The last week of an area against what its own past makes of such a week.
 *
 * @param area number of the area
 * @param week people harmed in the last review week
 * @param fourWeeks people harmed in the last four
 * @param before people harmed in the four before
 * @param expected expected in the last week; the mean of seven earlier weeks where the records are
 *     too short
 * @param upper upper bound of what is usual
 * @param p probability of so many or more
 * @param q p adjusted for looking at every area that has enough to be looked at; 1 for the others
 * @param method FARRINGTON or EARS_C2
 * @param verdict what may be said
 * @param z the weekly e-test of the four weeks against the four before (M-2)
 * @param clearMove from which size on the move is said
 */
record AreaTrend(
    int area,
    int week,
    int fourWeeks,
    int before,
    double expected,
    double upper,
    double p,
    double q,
    Method method,
    Verdict verdict,
    double z,
    double clearMove) {
  /** How the expected count was found. */
  enum Method {
    /** Regression on the same weeks of earlier years. */
    FARRINGTON,
    /** Mean of seven earlier weeks, the last two left out. */
    EARS_C2
  }

  /** What may be said. */
  enum Verdict {
    /** More than usual, also when it is counted that many areas are looked at. */
    FLAGGED,
    /** Not more than usual. */
    USUAL,
    /** Fewer people harmed in four weeks than the rule asks for. */
    TOO_FEW,
    /** The records do not reach back far enough. */
    NOT_COVERED
  }

  AreaTrend judged(double adjusted, double level) {
    boolean enough = verdict == Verdict.USUAL;
    return new AreaTrend(
        area,
        week,
        fourWeeks,
        before,
        expected,
        upper,
        p,
        enough ? adjusted : 1,
        method,
        enough && adjusted <= level ? Verdict.FLAGGED : verdict,
        z,
        clearMove);
  }

  /** p for people. */
  public String saidP() {
    return Said.p(p);
  }

  /** q for people. */
  public String saidQ() {
    return Said.p(q);
  }

  /** Above its own bound, which many areas looked at together can be by chance. */
  public boolean alone() {
    return verdict == Verdict.USUAL && week > upper;
  }

  /** Whether four weeks against the four before say something (M-2). */
  public boolean moved() {
    return Math.abs(z) >= clearMove && (verdict == Verdict.USUAL || verdict == Verdict.FLAGGED);
  }
}
