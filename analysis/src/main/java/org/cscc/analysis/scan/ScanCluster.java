package org.cscc.analysis.scan;

import org.cscc.analysis.Require;

/**
 * A window with more events than expected.
 *
 * @param centre index of the place in its middle
 * @param locations indices of its places, nearest to the middle first
 * @param radius distance of the farthest place from the middle
 * @param weight population inside (Poisson) or events of all days inside (permutation)
 * @param cases events inside the window
 * @param expected events expected there
 * @param ratio log likelihood ratio
 * @param p share of replicas whose best window is at least as good, {@code (1 + #)/(R + 1)}: for a
 *     secondary cluster this is cautious, because it is held against the best of each replica
 * @param days days in the window, counted back from the last day; 0 when time was not scanned
 */
@SuppressWarnings("ArrayRecordComponent")
public record ScanCluster(
    int centre,
    int[] locations,
    double radius,
    double weight,
    int cases,
    double expected,
    double ratio,
    double p,
    int days) {

  /** Events over expected events. */
  public double observedOverExpected() {
    return cases / expected;
  }

  /** Rate inside over rate outside, with {@code total} events in all; infinite if all inside. */
  public double relativeRisk(int total) {
    Require.between("total", total, cases, Integer.MAX_VALUE);
    return cases / expected / ((total - cases) / (total - expected));
  }

  /**
   * How often chance alone would show such a cluster when the scan runs once a day: once in this
   * many days, {@code 1 / p}.
   */
  public double recurrenceDays() {
    return 1 / p;
  }

  ScanCluster withP(double value) {
    return new ScanCluster(centre, locations, radius, weight, cases, expected, ratio, value, days);
  }
}
