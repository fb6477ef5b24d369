package org.cscc.patterns.hotspots;

import java.time.LocalDate;
import java.util.List;

/**
 * How well the map did on weeks that it had not seen: made anew for each of the last weeks from the
 * days before it, and held against what then happened.
 *
 * @param from first day tested
 * @param to last day tested
 * @param weeks weeks with incidents
 * @param incidents incidents in them
 * @param cells hexagons ranked
 * @param map the map itself
 * @param naive the naive maps beside it
 * @param calibration what the map's past rate foretold, by rank, and what came
 */
record Mark(
    LocalDate from,
    LocalDate to,
    int weeks,
    int incidents,
    int cells,
    Score map,
    List<Against> naive,
    List<Group> calibration) {

  /** A map's success in its first 1 % and first 5 % of the ground. */
  record Score(At one, At five) {}

  /**
   * Success in the first share of the ground.
   *
   * @param hits incidents in it; an average for the map that holds every place for equal
   * @param hitRate hits over all incidents
   * @param pai hit rate over share of the ground
   * @param pei hits over the most that so much ground could have held
   */
  record At(double hits, double hitRate, double pai, double pei) {}

  /** Naive maps. */
  enum Naive {
    /** Counts of the year before. */
    LAST_YEAR,
    /** Counts of the 28 days before. */
    LAST_28_DAYS,
    /** Every place the same. */
    UNIFORM
  }

  /** What may be said of the map beside a naive one. */
  enum Verdict {
    BETTER,
    NO_CLEAR_DIFFERENCE,
    WORSE
  }

  /**
   * A naive map beside the map, in the first 5 % of the ground.
   *
   * @param onlyMap incidents that only the map found
   * @param onlyNaive incidents that only the naive map found
   * @param p two-sided exact p that both find equally many of those
   */
  record Against(
      Naive naive, Score score, double onlyMap, double onlyNaive, double p, Verdict verdict) {
    /** p for people. */
    public String saidP() {
      return Said.p(p);
    }
  }

  /**
   * Places of a range of ranks.
   *
   * @param fromShare from this share of the ground
   * @param toShare to this one
   * @param foretold incidents, had the rate of the year before gone on
   * @param observed incidents that came
   * @param lower lower end of what that many incidents are compatible with (95 %, Poisson)
   * @param upper upper end
   */
  record Group(
      double fromShare, double toShare, double foretold, int observed, double lower, double upper) {
    /** Whether what was foretold is compatible with what came. */
    public boolean fits() {
      return lower <= foretold && foretold <= upper;
    }
  }

  /** Whether it is clearly better than each of the naive maps. */
  public boolean better() {
    return naive.stream().allMatch(against -> against.verdict() == Verdict.BETTER);
  }

  /** Whether it is clearly worse than one of them. */
  public boolean worse() {
    return naive.stream().anyMatch(against -> against.verdict() == Verdict.WORSE);
  }
}
