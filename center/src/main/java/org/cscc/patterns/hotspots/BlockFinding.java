package org.cscc.patterns.hotspots;

/**
 * A hundred-block held against all blocks that the records name.
 *
 * @param block the hundred-block
 * @param area number of its area; 0 when unmapped
 * @param lon longitude of the middle of its incidents
 * @param lat latitude of the same
 * @param own incidents on it
 * @param sum incidents on it and on the blocks near it
 * @param neighbours blocks near it
 * @param expected incidents that so many blocks have on average
 * @param z z of Gi*
 * @param q exact permutation p, adjusted for testing every block; NaN without neighbours is stored
 *     as 1
 */
record BlockFinding(
    String block,
    int area,
    double lon,
    double lat,
    int own,
    int sum,
    int neighbours,
    double expected,
    double z,
    double q) {
  /** q for people. */
  public String saidQ() {
    return Said.p(q);
  }
}
