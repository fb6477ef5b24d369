package org.cscc.analysis.accuracy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cscc.analysis.Caution;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;
import org.cscc.analysis.Progress;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Require;

/**
 * A map marks itself: for each of the last periods it is made again from what was known before that
 * period (rolling origin), and the events of the period are counted in its first cells. Beside it
 * stand naive maps; a map that is no better than the best of them says so.
 *
 * @param scores by name of the map, the judged one first
 * @param judged name of the map that is judged
 * @param provenance method and settings
 */
public record Backtest(Map<String, Summary> scores, String judged, Provenance provenance) {
  /** Name of the naive map of the counts of the last year. */
  public static final String LAST_YEAR = "last_year";

  /** Name of the naive map of the counts of the last four periods. */
  public static final String LAST_FOUR = "last_four_periods";

  /** Name of the naive map that holds every cell for equal. */
  public static final String UNIFORM = "uniform";

  /**
   * Pooled over the periods with events.
   *
   * @param periods periods tested that had events
   * @param events events in them
   * @param hitRate1 share of events in the first 1 % of the area
   * @param hitRate5 share of events in the first 5 % of the area
   * @param pai5 PAI of the first 5 %, with the area that the cells really cover
   * @param pei5 hits over the most that area could have held, in the first 5 %
   */
  public record Summary(
      int periods, long events, double hitRate1, double hitRate5, double pai5, double pei5) {}

  /**
   * Tests a map.
   *
   * @param counts events by period and cell, oldest period first
   * @param area size of each cell
   * @param testPeriods how many of the last periods to test, such as 26 weeks
   * @param periodsOfYear periods in a year, 52 for weeks
   * @param map makes what the map says from all earlier periods, oldest first
   * @throws InvalidInput when there is no earlier period to make the first map from, or no events
   */
  public static Backtest run(
      int[][] counts,
      double[] area,
      int testPeriods,
      int periodsOfYear,
      Function<int[][], double[]> map) {
    Require.atLeast("periods", 2, counts.length);
    Require.between("testPeriods", testPeriods, 1, counts.length - 1L);
    Require.between("periodsOfYear", periodsOfYear, 1, 100_000);
    for (int[] period : counts) {
      Require.sameLength("cells of a period", area.length, period.length);
      Require.nonNegative("counts", period);
    }
    Map<String, Function<int[][], double[]>> maps = new LinkedHashMap<>();
    maps.put("map", map);
    maps.put(LAST_YEAR, history -> sum(history, periodsOfYear));
    maps.put(LAST_FOUR, history -> sum(history, 4));
    maps.put(UNIFORM, history -> area.clone());
    Map<String, Summary> scores = new LinkedHashMap<>();
    Progress.Steps steps = Progress.begin("periods", (long) maps.size() * testPeriods);
    maps.forEach((name, made) -> scores.put(name, score(counts, area, testPeriods, made, steps)));
    return new Backtest(
        java.util.Collections.unmodifiableMap(scores),
        "map",
        Provenance.of("Rolling-origin backtest", counts.length, Caution.JUDGE_ON_LATER_DATA)
            .with("test_periods", testPeriods)
            .with("cells", area.length));
  }

  /** Whether the map found more in its first 5 % than every naive map. */
  public boolean betterThanNaive() {
    double own = java.util.Objects.requireNonNull(scores.get(judged)).hitRate5();
    return scores.entrySet().stream()
        .filter(score -> !score.getKey().equals(judged))
        .allMatch(score -> own > score.getValue().hitRate5());
  }

  private static Summary score(
      int[][] counts,
      double[] area,
      int testPeriods,
      Function<int[][], double[]> map,
      Progress.Steps steps) {
    List<MapAccuracy.Score> one = new ArrayList<>();
    List<MapAccuracy.Score> five = new ArrayList<>();
    long events = 0;
    for (int period = counts.length - testPeriods; period < counts.length; period++) {
      int[] later = counts[period];
      steps.step();
      if (Arrays.stream(later).sum() > 0) {
        MapAccuracy accuracy =
            MapAccuracy.of(map.apply(Arrays.copyOf(counts, period)), later, area);
        one.add(accuracy.atAreaShare(0.01));
        five.add(accuracy.atAreaShare(0.05));
        events += accuracy.events();
      }
    }
    if (events == 0) {
      throw new InvalidInput(Reason.EMPTY, "no events in the periods tested");
    }
    double hits5 = hits(five);
    double most = five.stream().mapToDouble(MapAccuracy.Score::mostHits).sum();
    double share = five.stream().mapToDouble(MapAccuracy.Score::areaShare).average().orElseThrow();
    return new Summary(
        five.size(),
        events,
        hits(one) / events,
        hits5 / events,
        hits5 / events / share,
        hits5 / most);
  }

  private static double hits(List<MapAccuracy.Score> scores) {
    return scores.stream().mapToLong(MapAccuracy.Score::hits).sum();
  }

  private static double[] sum(int[][] history, int last) {
    double[] sum = new double[history[0].length];
    for (int p = Math.max(0, history.length - last); p < history.length; p++) {
      for (int cell = 0; cell < sum.length; cell++) {
        sum[cell] += history[p][cell];
      }
    }
    return sum;
  }
}
