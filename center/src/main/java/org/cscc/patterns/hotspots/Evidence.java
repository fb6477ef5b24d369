package org.cscc.patterns.hotspots;

import java.util.List;
import java.util.UUID;

/**
 * Why a hexagon and the six around it are, or are not, a hot spot: every number that the answer is
 * made of. Incidents are counted, not people.
 *
 * @param own incidents in the hexagon itself
 * @param around incidents in each of its neighbours, counter-clockwise from the east
 * @param sum both together
 * @param cells hexagons summed over, itself included
 * @param mean incidents of a hexagon in the whole city on average
 * @param sd standard deviation of the incidents of a hexagon
 * @param expected {@code cells * mean}
 * @param z z of Gi*
 * @param p two-sided normal p of z
 * @param exactP two-sided p when all counts but its own are dealt at random over the city
 * @param q exactP adjusted for testing every hexagon
 * @param significant q small enough, more than expected, and enough incidents
 * @param incidents the incidents summed over, newest first
 * @param blocks its blocks, the one with most incidents first
 */
record Evidence(
    int own,
    List<Integer> around,
    int sum,
    int cells,
    double mean,
    double sd,
    double expected,
    double z,
    double p,
    double exactP,
    double q,
    boolean significant,
    List<UUID> incidents,
    List<BlockFinding> blocks) {
  /** How many times as many as expected. */
  public double timesExpected() {
    return sum / expected;
  }

  /** p for people. */
  public String saidP() {
    return Said.p(p);
  }

  /** exactP for people. */
  public String saidExactP() {
    return Said.p(exactP);
  }

  /** q for people. */
  public String saidQ() {
    return Said.p(q);
  }

  Evidence on(List<UUID> found, List<BlockFinding> named) {
    return new Evidence(
        own, around, sum, cells, mean, sd, expected, z, p, exactP, q, significant, found, named);
  }
}
