package org.cscc.analysis.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;
import org.cscc.analysis.Provenance;

/**
 * The outcome of a scan.
 *
 * @param clusters best first, of equals the one with fewer places; no two share a place; those that
 *     no replica fell short of are left out, the best one never
 * @param total events in all
 * @param maxima the best ratio of each replica, ascending
 * @param provenance method and settings
 */
@SuppressWarnings("ArrayRecordComponent")
public record ScanResult(
    List<ScanCluster> clusters, int total, double[] maxima, Provenance provenance) {

  /** A quantile of the replicas' best ratios, interpolated between order statistics. */
  public double quantile(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new InvalidInput(Reason.OUT_OF_RANGE, "share must lie in 0..1: " + share);
    }
    double at = share * (maxima.length - 1);
    int low = (int) Math.floor(at);
    int high = Math.min(maxima.length - 1, low + 1);
    return maxima[low] + (at - low) * (maxima[high] - maxima[low]);
  }

  static ScanResult of(
      List<ScanCluster> bestOfCentre, int total, double[] maxima, Provenance provenance) {
    double[] sorted = maxima.clone();
    Arrays.sort(sorted);
    List<ScanCluster> candidates = new ArrayList<>(bestOfCentre);
    candidates.sort(
        Comparator.comparingDouble(ScanCluster::ratio)
            .reversed()
            .thenComparingInt(cluster -> cluster.locations().length)
            .thenComparingInt(ScanCluster::centre));
    boolean[] taken = new boolean[bestOfCentre.isEmpty() ? 0 : places(bestOfCentre)];
    List<ScanCluster> kept = new ArrayList<>();
    for (ScanCluster candidate : candidates) {
      double p = p(candidate.ratio(), sorted);
      if (candidate.ratio() > 0
          && (kept.isEmpty() || p < 1)
          && Arrays.stream(candidate.locations()).noneMatch(place -> taken[place])) {
        kept.add(candidate.withP(p));
        Arrays.stream(candidate.locations()).forEach(place -> taken[place] = true);
      }
    }
    return new ScanResult(List.copyOf(kept), total, sorted, provenance);
  }

  private static int places(List<ScanCluster> clusters) {
    return 1
        + clusters.stream()
            .flatMapToInt(cluster -> Arrays.stream(cluster.locations()))
            .max()
            .orElse(0);
  }

  private static double p(double ratio, double[] sorted) {
    double slack = 1e-9 * Math.max(1, ratio);
    int atLeast = 0;
    for (double maximum : sorted) {
      atLeast += maximum >= ratio - slack ? 1 : 0;
    }
    return (1.0 + atLeast) / (sorted.length + 1.0);
  }
}
