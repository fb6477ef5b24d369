package org.cscc.patterns.hotspots;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cscc.analysis.Knox;
import org.cscc.analysis.KnoxEvents;
import org.cscc.patterns.GroundFindings;
import org.cscc.patterns.Plane;
import org.jspecify.annotations.Nullable;

/**
 * Whether near repeats are in excess in this city at all (M-6): what the windows rest on.
 *
 * @param incidents incidents with a place
 * @param permutations permutations of the days
 * @param cells by band of space, then of time; empty when there are too few incidents
 */
record KnoxFinding(int incidents, int permutations, List<Cell> cells) {
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
   * @param clear in clear excess, by the rule of the computation
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
      double p,
      boolean clear) {
    /** p for people. */
    public String saidP() {
      return Said.p(p);
    }
  }

  /**
   * Pairs of all cells that lie within a distance and a time, together; null when there is none.
   */
  GroundFindings.@Nullable Repeats within(double metres, int days) {
    long observed = 0;
    double expected = 0;
    int far = 0;
    int late = 0;
    for (Cell cell : cells) {
      if (cell.toMetres() <= metres && cell.toDays() <= days) {
        observed += cell.observed();
        expected += cell.expected();
        far = Math.max(far, cell.toMetres());
        late = Math.max(late, cell.toDays());
      }
    }
    return expected > 0 ? new GroundFindings.Repeats(far, late, observed, expected) : null;
  }

  static KnoxFinding of(List<Shooting> year, Settings settings) {
    List<Shooting> placed = year.stream().filter(s -> s.placed() && !s.block().isEmpty()).toList();
    NearRepeatBands rule = settings.knox();
    if (placed.size() < rule.leastIncidents()) {
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
    Knox.Table table = Knox.simulated(events, rule.bands(), settings.replicas(), Settings.SEED);
    List<Cell> cells = new ArrayList<>();
    for (Knox.Cell cell : table.cells()) {
      int band = cell.spaceBand() - 1;
      int time = cell.timeBand();
      double ratio = Double.isNaN(cell.ratio()) ? 0 : cell.ratio();
      cells.add(
          new Cell(
              band < 0,
              band < 0 ? 0 : rule.fromMetres(band),
              band < 0 ? 0 : rule.metres().get(band),
              rule.fromDays(time),
              rule.days().get(time),
              cell.observed(),
              cell.expected(),
              ratio,
              cell.p(),
              rule.clear(ratio, cell.p())));
    }
    return new KnoxFinding(placed.size(), settings.replicas(), List.copyOf(cells));
  }
}
