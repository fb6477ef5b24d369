package org.cscc.patterns.hotspots;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cscc.analysis.KnoxBands;
import org.cscc.analysis.Metric;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The cells of the near-repeat test (M-6): {@code cscc.patterns.hotspots.knox}. Pairs on one block
 * come first, then bands of distance along the streets.
 *
 * @param metres upper end of each band of distance, not included, ascending, 20 to 5,000
 * @param days last day of each band of time, ascending, 0 to 365
 * @param leastIncidents fewest incidents with a place for a test, 10 to 10,000
 * @param clearRatio observed over expected from which a cell is in clear excess, 1 to 10
 * @param clearP largest p of a cell in clear excess, 0.0001 to 0.2
 */
record NearRepeatBands(
    @DefaultValue({"100", "200", "400"}) List<Integer> metres,
    @DefaultValue({"4", "14", "28"}) List<Integer> days,
    @DefaultValue("20") int leastIncidents,
    @DefaultValue("1.2") double clearRatio,
    @DefaultValue("0.05") double clearP) {
  static final NearRepeatBands USUAL =
      new NearRepeatBands(List.of(100, 200, 400), List.of(4, 14, 28), 20, 1.2, 0.05);

  /** Refuses bands with which the test would say nothing. */
  NearRepeatBands {
    metres = List.copyOf(metres);
    days = List.copyOf(days);
    Ranges.ascending("knox.metres", metres, 20, 5000);
    Ranges.ascending("knox.days", days, 0, 365);
    Ranges.within("knox.least-incidents", leastIncidents, 10, 10_000);
    Ranges.within("knox.clear-ratio", clearRatio, 1, 10);
    Ranges.within("knox.clear-p", clearP, 0.0001, 0.2);
  }

  KnoxBands bands() {
    double[] space = new double[metres.size() + 1];
    int[] time = new int[days.size() + 1];
    for (int band = 1; band < space.length; band++) {
      space[band] = metres.get(band - 1);
    }
    for (int band = 1; band < time.length; band++) {
      time[band] = days.get(band - 1) + 1;
    }
    return KnoxBands.of(space, time, Metric.MANHATTAN).withSameBlockFirst();
  }

  /** First metre of a band of distance. */
  int fromMetres(int band) {
    return band == 0 ? 0 : metres.get(band - 1);
  }

  /** First day of a band of time. */
  int fromDays(int band) {
    return band == 0 ? 0 : days.get(band - 1) + 1;
  }

  boolean clear(double ratio, double p) {
    return ratio >= clearRatio && p <= clearP;
  }

  Map<String, Object> named() {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("metres", metres);
    named.put("days", days);
    named.put("leastIncidents", leastIncidents);
    named.put("clearRatio", clearRatio);
    named.put("clearP", clearP);
    return named;
  }
}
