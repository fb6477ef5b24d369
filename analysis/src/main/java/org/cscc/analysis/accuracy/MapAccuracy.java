package org.cscc.analysis.accuracy;

import java.util.Arrays;
import java.util.Comparator;
import org.cscc.analysis.Caution;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.InvalidInput.Reason;
import org.cscc.analysis.Provenance;
import org.cscc.analysis.Require;

/**
 * M-5: how many later events fall into the cells that a map ranks first. Cells are ranked by
 * predicted density, equal ones in the order of the input. Of {@code N} events on an area {@code
 * A}, the first cells hold {@code n} on {@code a}: hit rate {@code n/N}; PAI {@code (n/N)/(a/A)}
 * (Chainey, Tompson and Uhlig 2008); PEI {@code n/n*}, {@code n*} the most that the same area could
 * have held (Hunt 2016).
 */
public final class MapAccuracy {
  private final int[] order;
  private final double[] predicted;
  private final int[] observed;
  private final double[] area;
  private final double[] oracle;
  private final double[] oracleArea;
  private final long events;
  private final double allArea;

  /**
   * The score of the first cells of a map.
   *
   * @param cells number of cells
   * @param areaShare {@code a/A}: always read PAI together with it, a tiny area makes PAI large
   * @param hits {@code n}
   * @param hitRate {@code n/N}
   * @param pai hit rate over area share
   * @param mostHits {@code n*}; where cells differ in size the bound that also takes part of a cell
   * @param pei {@code n/n*}
   * @param f1 harmonic mean of the share of chosen cells with events and the share of cells with
   *     events that were chosen
   * @param predictedOverObserved predicted events over hits in these cells
   */
  public record Score(
      int cells,
      double areaShare,
      long hits,
      double hitRate,
      double pai,
      double mostHits,
      double pei,
      double f1,
      double predictedOverObserved) {}

  private MapAccuracy(double[] predicted, int[] observed, double[] area) {
    this.predicted = predicted;
    this.observed = observed;
    this.area = area;
    this.order = ranked(i -> predicted[i] / area[i], predicted.length);
    this.events = Arrays.stream(observed).asLongStream().sum();
    this.allArea = Arrays.stream(area).sum();
    int[] best = ranked(i -> observed[i] / area[i], predicted.length);
    oracle = new double[best.length + 1];
    oracleArea = new double[best.length + 1];
    for (int k = 0; k < best.length; k++) {
      oracle[k + 1] = oracle[k] + observed[best[k]];
      oracleArea[k + 1] = oracleArea[k] + area[best[k]];
    }
  }

  /**
   * Ranks the cells of a map.
   *
   * @param predicted what the map says of each cell
   * @param observed later events in each cell
   * @param area size of each cell
   * @throws InvalidInput for no cells, no events, negative numbers or a cell without area
   */
  public static MapAccuracy of(double[] predicted, int[] observed, double[] area) {
    Require.atLeast("cells", 1, predicted.length);
    Require.sameLength("observed", predicted.length, observed.length);
    Require.sameLength("area", predicted.length, area.length);
    Require.nonNegative("predicted", predicted);
    Require.nonNegative("observed", observed);
    for (int i = 0; i < area.length; i++) {
      Require.positive("area[" + i + "]", area[i]);
    }
    MapAccuracy accuracy = new MapAccuracy(predicted.clone(), observed.clone(), area.clone());
    if (accuracy.events == 0) {
      throw new InvalidInput(Reason.EMPTY, "no events to judge the map by");
    }
    return accuracy;
  }

  /** Score of the first cells. */
  public Score at(int cells) {
    Require.between("cells", cells, 1, order.length);
    long hits = 0;
    double chosen = 0;
    double foretold = 0;
    int withEvents = 0;
    for (int k = 0; k < cells; k++) {
      int cell = order[k];
      hits += observed[cell];
      chosen += area[cell];
      foretold += predicted[cell];
      withEvents += observed[cell] > 0 ? 1 : 0;
    }
    double hitRate = (double) hits / events;
    double most = mostOn(chosen);
    long cellsWithEvents = Arrays.stream(observed).filter(count -> count > 0).count();
    return new Score(
        cells,
        chosen / allArea,
        hits,
        hitRate,
        hitRate / (chosen / allArea),
        most,
        hits / most,
        2.0 * withEvents / (cells + cellsWithEvents),
        foretold / hits);
  }

  /** Score of as many first cells as fit into a share of the area; at least one. */
  public Score atAreaShare(double share) {
    Require.share("share of the area", share);
    double held = 0;
    int cells = 0;
    while (cells < order.length && held + area[order[cells]] <= share * allArea * (1 + 1e-12)) {
      held += area[order[cells++]];
    }
    return at(Math.max(1, cells));
  }

  /**
   * Levine's recapture rate index {@code (n2/n1)/(N2/N1)}: do the first cells hold their share of
   * the earlier events again (Levine 2008).
   *
   * @param earlier events of an earlier period in each cell
   */
  public double recapture(int cells, int[] earlier) {
    Require.sameLength("earlier", order.length, earlier.length);
    Require.nonNegative("earlier", earlier);
    double before = 0;
    double all = 0;
    for (int k = 0; k < order.length; k++) {
      before += k < cells ? earlier[order[k]] : 0;
      all += earlier[order[k]];
    }
    return at(cells).hits() / before / (events / all);
  }

  /** Area under the curve of hit rate over area share: 0.5 for a map that says nothing. */
  public double areaUnderCurve() {
    double sum = 0;
    double before = 0;
    for (int cell : order) {
      double after = before + (double) observed[cell] / events;
      sum += (before + after) / 2 * area[cell] / allArea;
      before = after;
    }
    return sum;
  }

  /** The whole curve, after one cell, two cells and so on. */
  public Score[] curve() {
    Score[] curve = new Score[order.length];
    Arrays.setAll(curve, k -> at(k + 1));
    return curve;
  }

  /** Cells in the order in which the map ranks them. */
  public int[] ranking() {
    return order.clone();
  }

  /** Events in all. */
  public long events() {
    return events;
  }

  /** Area in all. */
  public double area() {
    return allArea;
  }

  /** Method and n. */
  public Provenance provenance() {
    return Provenance.of(
            "Map accuracy: hit rate, PAI, PEI (Chainey et al. 2008, Hunt 2016)",
            events,
            Caution.JUDGE_ON_LATER_DATA)
        .with("cells", order.length)
        .with("ties", "order of input");
  }

  private double mostOn(double chosen) {
    int full = 0;
    while (full + 1 < oracleArea.length && oracleArea[full + 1] <= chosen * (1 + 1e-12)) {
      full++;
    }
    if (full + 1 == oracle.length) {
      return oracle[full];
    }
    double part = (chosen - oracleArea[full]) / (oracleArea[full + 1] - oracleArea[full]);
    return oracle[full] + Math.max(0, part) * (oracle[full + 1] - oracle[full]);
  }

  private static int[] ranked(java.util.function.IntToDoubleFunction density, int n) {
    Integer[] cells = new Integer[n];
    Arrays.setAll(cells, i -> i);
    Arrays.sort(cells, Comparator.comparingDouble((Integer i) -> -density.applyAsDouble(i)));
    return Arrays.stream(cells).mapToInt(Integer::intValue).toArray();
  }
}
