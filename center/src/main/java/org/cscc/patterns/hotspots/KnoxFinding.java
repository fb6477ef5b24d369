package org.cscc.patterns.hotspots;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cscc.analysis.Knox;
import org.cscc.analysis.KnoxBands;
import org.cscc.analysis.KnoxEvents;
import org.cscc.patterns.Plane;

/**
 * Whether near repeats are in excess in this city at all (M-6): what the windows rest on.
 *
 * @param incidents incidents with a place
 * @param permutations permutations of the days
 * @param cells by band of space, then of time; empty when there are too few incidents
 */
record KnoxFinding(int incidents, int permutations, List<Cell> cells) {
  private static final int[] METRES = {0, 100, 200, 400};
  private static final int[] DAYS = {0, 5, 15, 29};
  private static final int FEWEST = 20;

  /**
   * Pairs in a band of space and one of time.
   *
   * @param sameBlock pairs on one block; else by distance along the street grid
   * @param fromMetres from this distance, included
   * @param toMetres to this one, not included
   * @param fromDays from so many days apart
   * @param toDays to so many, included
   * @param observed pairs
   * @param expected mean over all permutations, exact
   * @param ratio observed over expected; 0 when nothing is expected
   * @param p one-sided, by permutation
   */
  record Cell(
      boolean sameBlock,
      int fromMetres,
      int toMetres,
      int fromDays,
      int toDays,
      long observed,
      double expected,
      double ratio,
      double p) {
    /** In clear excess: a fifth more than expected at least, and p at most .05. */
    public boolean clear() {
      return ratio >= 1.2 && p <= 0.05;
    }

    /** p for people. */
    public String saidP() {
      return Said.p(p);
    }
  }

  static KnoxFinding of(List<Shooting> year, Settings settings) {
    List<Shooting> placed = year.stream().filter(s -> s.placed() && !s.block().isEmpty()).toList();
    if (placed.size() < FEWEST) {
      return new KnoxFinding(placed.size(), settings.replicas(), List.of());
    }
    Map<String, Integer> blocks = new HashMap<>();
    int[] block =
        placed.stream()
            .mapToInt(s -> blocks.computeIfAbsent(s.block(), none -> blocks.size()))
            .toArray();
    KnoxEvents events =
        KnoxEvents.of(
                placed.stream().mapToDouble(s -> Plane.CHICAGO.x(s.lon())).toArray(),
                placed.stream().mapToDouble(s -> Plane.CHICAGO.y(s.lat())).toArray(),
                placed.stream().mapToInt(Shooting::day).toArray())
            .onBlocks(block);
    Knox.Table table =
        Knox.simulated(events, KnoxBands.shootings(), settings.replicas(), Settings.SEED);
    List<Cell> cells = new ArrayList<>();
    for (Knox.Cell cell : table.cells()) {
      int space = cell.spaceBand();
      int time = cell.timeBand();
      cells.add(
          new Cell(
              space == 0,
              space == 0 ? 0 : METRES[space - 1],
              space == 0 ? 0 : METRES[space],
              DAYS[time],
              DAYS[time + 1] - 1,
              cell.observed(),
              cell.expected(),
              Double.isNaN(cell.ratio()) ? 0 : cell.ratio(),
              cell.p()));
    }
    return new KnoxFinding(placed.size(), settings.replicas(), List.copyOf(cells));
  }
}
