package org.cscc.patterns.hotspots;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is computed, in numbers that may be chosen otherwise. A computation keeps the settings it
 * was made with.
 *
 * @param hexagon metres between opposite sides of a hexagon
 * @param windowDays days that the counts of the map go back
 * @param q largest share of false hot spots among those named (Benjamini and Hochberg)
 * @param leastIncidents fewest incidents that make a hot spot
 * @param bandwidth metres at which the kernel of the density ends
 * @param densityCell metres of a cell of the density
 * @param scanMetres largest radius of an alert
 * @param scanDays longest alert, in days
 * @param recurrenceDays an alert must be rarer than once in so many days
 * @param replicas permutations drawn where a test draws
 * @param blockMetres how far the neighbours of a block lie
 * @param testWeeks weeks over which the map is marked
 */
record Settings(
    double hexagon,
    int windowDays,
    double q,
    int leastIncidents,
    double bandwidth,
    double densityCell,
    double scanMetres,
    int scanDays,
    int recurrenceDays,
    int replicas,
    double blockMetres,
    int testWeeks) {
  /** What the center uses. */
  static final Settings USUAL =
      new Settings(300, 365, 0.05, 5, 250, 100, 1000, 28, 100, 999, 300, 26);

  /** Fixed, so that the same records give the same answer on every node and every day. */
  static final long SEED = 19_690_716;

  /** Counts as different from every computation with other numbers. */
  String fingerprint() {
    return toString();
  }

  /** By name, in the order of the record. */
  Map<String, Object> named() {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("hexagonMetres", hexagon);
    named.put("windowDays", windowDays);
    named.put("q", q);
    named.put("leastIncidents", leastIncidents);
    named.put("bandwidthMetres", bandwidth);
    named.put("densityCellMetres", densityCell);
    named.put("scanMetres", scanMetres);
    named.put("scanDays", scanDays);
    named.put("recurrenceDays", recurrenceDays);
    named.put("replicas", replicas);
    named.put("blockMetres", blockMetres);
    named.put("testWeeks", testWeeks);
    return named;
  }
}
