package org.cscc.analysis.allocation;

import org.cscc.analysis.Provenance;

/**
 * Which candidates are chosen, and how sure it is that nothing better exists.
 *
 * @param chosen yes or no for each candidate, in the order of the input
 * @param objective what the choice reaches, in the unit of the benefits
 * @param bound no choice that keeps the rules can reach more than this
 * @param proof whether the search was finished
 * @param cost cost of the choice, in the unit of the costs; number of candidates where none is
 *     given
 * @param provenance method and settings
 */
@SuppressWarnings("ArrayRecordComponent")
public record Choice(
    boolean[] chosen,
    double objective,
    double bound,
    Proof proof,
    double cost,
    Provenance provenance) {

  /** How far the search got. */
  public enum Proof {
    /** Nothing better exists (to a relative gap of 1e-9). */
    OPTIMAL,
    /** Keeps every rule; {@link #gap()} says how much better another choice could be at most. */
    FEASIBLE
  }

  /** {@code (bound - objective) / |bound|}, 0 when proven. */
  public double gap() {
    return bound == objective ? 0 : (bound - objective) / Math.max(1e-300, Math.abs(bound));
  }

  /** Number of candidates chosen. */
  public int count() {
    return ZeroOneProgramme.count(chosen);
  }
}
