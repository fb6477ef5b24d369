package org.cscc.bench;

import java.util.stream.IntStream;
import org.cscc.analysis.Knox;
import org.cscc.analysis.KnoxEvents;
import org.cscc.analysis.autocorrelation.ConditionalPermutation;
import org.cscc.analysis.density.Grid;
import org.cscc.analysis.density.KernelDensity;
import org.cscc.analysis.scan.ScanResult;
import org.cscc.analysis.scan.SpaceTimePermutation;
import org.cscc.analysis.trend.FarringtonFlexible;

/** The jobs of the side-by-side, each as a city would ask for it. */
final class Jobs {
  private Jobs() {}

  static double[] giStar(Inputs.Places places) {
    return ConditionalPermutation.simulated(
            places.neighbours(), places.counts(), ConditionalPermutation.Null.PLACE_KEPT, 999, 1)
        .p();
  }

  static double[] giStarExact(Inputs.Places places) {
    return ConditionalPermutation.exact(places.neighbours(), places.whole()).p();
  }

  static KernelDensity density(Inputs.Plane plane, Grid grid) {
    return KernelDensity.quartic(grid, plane.x(), plane.y(), 600);
  }

  static Knox.Table knox(KnoxEvents events) {
    return Knox.simulated(events, Inputs.KNOX_BANDS, 999, 1);
  }

  static Knox.Table knoxExact(KnoxEvents events) {
    return Knox.exact(events, Inputs.KNOX_BANDS);
  }

  static ScanResult scan(Inputs.Cases cases) {
    return SpaceTimePermutation.of(
        cases.locations(),
        cases.place(),
        cases.day(),
        cases.lastDay(),
        new SpaceTimePermutation.Settings(0.5, 3000, 30, 2, 999, 1));
  }

  /**
   * The last 52 weeks of every area; returns the sum of the bounds where there are enough events.
   */
  static double farrington(int[][] series) {
    return IntStream.range(0, series.length)
        .parallel()
        .mapToDouble(area -> bounds(series[area]))
        .sum();
  }

  private static double bounds(int[] counts) {
    double sum = 0;
    for (int week = counts.length - 52; week < counts.length; week++) {
      FarringtonFlexible judged =
          FarringtonFlexible.of(counts, week, FarringtonFlexible.Settings.USUAL);
      sum += judged.enough() ? judged.upper() : 0;
    }
    return sum;
  }
}
