package org.cscc.patterns.hotspots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.cscc.analysis.autocorrelation.ConditionalPermutation;
import org.cscc.analysis.autocorrelation.LocalG;

/**
 * Gi* of every hexagon (M-4), with the exact permutation p that decides: at counts this small the
 * normal p is not to be trusted.
 */
final class HeatMap {
  /** Nearer than this, two hot spots would count the same incident. */
  private static final int APART = 3;

  private final Ground ground;
  private final int[] counts;
  private final LocalG local;
  private final ConditionalPermutation exact;
  private final Settings settings;

  private HeatMap(
      Ground ground, int[] counts, LocalG local, ConditionalPermutation exact, Settings settings) {
    this.ground = ground;
    this.counts = counts;
    this.local = local;
    this.exact = exact;
    this.settings = settings;
  }

  /** The map of the counts of a window. */
  static HeatMap of(Ground ground, int[] counts, Settings settings) {
    double[] values = Arrays.stream(counts).asDoubleStream().toArray();
    return new HeatMap(
        ground,
        counts,
        LocalG.of(ground.around(), values),
        ConditionalPermutation.exact(ground.around(), counts),
        settings);
  }

  /** z of every hexagon, from which the map is ranked. */
  static double[] ranks(Ground ground, int[] counts) {
    return LocalG.of(ground.around(), Arrays.stream(counts).asDoubleStream().toArray()).z();
  }

  /** Whether a hexagon and those around it are a hot spot. */
  boolean significant(int cell) {
    return exact.q()[cell] <= settings.q()
        && local.z()[cell] > 0
        && local.sum()[cell] >= settings.leastIncidents();
  }

  /** How many hexagons are. */
  int significant() {
    return (int) IntStream.range(0, counts.length).filter(this::significant).count();
  }

  /**
   * Middles of hot spots, the clearest first; of equals the one further south-west. Two hot spots
   * never share a hexagon, nor does a new one with one that is already known.
   */
  List<Integer> peaks(Collection<Hexagon> known) {
    List<Hexagon> taken = new ArrayList<>(known);
    List<Integer> peaks = new ArrayList<>();
    IntStream.range(0, counts.length)
        .filter(this::significant)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer cell) -> -local.z()[cell]))
        .forEach(
            cell -> {
              Hexagon here = ground.cell(cell);
              if (taken.stream().allMatch(other -> other.stepsTo(here) >= APART)) {
                taken.add(here);
                peaks.add(cell);
              }
            });
    return peaks;
  }

  /** The arithmetic of a hexagon. */
  Evidence evidence(int cell) {
    double mean = Arrays.stream(counts).average().orElseThrow();
    double squares = Arrays.stream(counts).mapToDouble(count -> (double) count * count).sum();
    List<Integer> around = new ArrayList<>();
    for (Hexagon next : ground.cell(cell).around()) {
      int j = ground.indexOf(next);
      if (j >= 0) {
        around.add(counts[j]);
      }
    }
    int cells = around.size() + 1;
    return new Evidence(
        counts[cell],
        List.copyOf(around),
        (int) local.sum()[cell],
        cells,
        mean,
        Math.sqrt(squares / counts.length - mean * mean),
        cells * mean,
        local.z()[cell],
        local.p()[cell],
        one(exact.p()[cell]),
        one(exact.q()[cell]),
        significant(cell),
        List.of(),
        List.of());
  }

  private static double one(double p) {
    return Double.isNaN(p) ? 1 : p;
  }
}
