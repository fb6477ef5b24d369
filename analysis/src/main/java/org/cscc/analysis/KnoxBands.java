package org.cscc.analysis;

import java.util.Arrays;
import org.cscc.analysis.InvalidInput.Reason;

/**
 * The bands of a Knox table. A band {@code [a, b)} holds its lower end and not its upper one, in
 * space and in time; both lists of breaks start at 0 and may end open.
 */
public final class KnoxBands {
  /** The last day break of an open table. */
  public static final int OPEN_DAYS = Integer.MAX_VALUE;

  final double[] space;
  final int[] days;
  final Metric metric;
  final boolean sameBlockFirst;

  private KnoxBands(double[] space, int[] days, Metric metric, boolean sameBlockFirst) {
    this.space = space;
    this.days = days;
    this.metric = metric;
    this.sameBlockFirst = sameBlockFirst;
  }

  /**
   * Bands by distance and days.
   *
   * @param space breaks from 0 upwards; the last may be positive infinity
   * @param days breaks from 0 upwards; the last may be {@link #OPEN_DAYS}
   * @throws InvalidInput for fewer than two breaks, breaks that do not ascend or start elsewhere
   */
  public static KnoxBands of(double[] space, int[] days, Metric metric) {
    Require.atLeast("space breaks", 2, space.length);
    Require.atLeast("day breaks", 2, days.length);
    boolean ascending = space[0] == 0 && days[0] == 0;
    for (int i = 1; i < space.length; i++) {
      ascending &= space[i] > space[i - 1];
    }
    for (int i = 1; i < days.length; i++) {
      ascending &= days[i] > days[i - 1];
    }
    if (!ascending) {
      throw new InvalidInput(
          Reason.NOT_SORTED,
          "breaks must start at 0 and ascend: "
              + Arrays.toString(space)
              + ", "
              + Arrays.toString(days));
    }
    int lastFinite = days[days.length - 1] == OPEN_DAYS ? days.length - 2 : days.length - 1;
    Require.between("largest finite day break", days[lastFinite], 0, 100_000);
    return new KnoxBands(space.clone(), days.clone(), metric, false);
  }

  /**
   * M-6: same block, then up to 100, 200 and 400 m; 0-4, 5-14 and 15-28 days apart; along the
   * street grid. Needs {@link KnoxEvents#onBlocks}.
   */
  public static KnoxBands shootings() {
    return of(new double[] {0, 100, 200, 400}, new int[] {0, 5, 15, 29}, Metric.MANHATTAN)
        .withSameBlockFirst();
  }

  /** The same bands after a first one that holds the pairs on the same block, however far apart. */
  public KnoxBands withSameBlockFirst() {
    return new KnoxBands(space, days, metric, true);
  }

  /** Number of space bands. */
  public int spaceBands() {
    return space.length - 1 + (sameBlockFirst ? 1 : 0);
  }

  /** Number of time bands. */
  public int timeBands() {
    return days.length - 1;
  }

  boolean openSpace() {
    return space[space.length - 1] == Double.POSITIVE_INFINITY;
  }

  boolean openTime() {
    return days[days.length - 1] == OPEN_DAYS;
  }

  int closedSpaceBands() {
    return spaceBands() - (openSpace() ? 1 : 0);
  }

  int closedTimeBands() {
    return timeBands() - (openTime() ? 1 : 0);
  }

  /** Largest finite distance break; 0 when there is none but the start. */
  double reach() {
    return openSpace() ? space[space.length - 2] : space[space.length - 1];
  }

  /** Largest finite day break. */
  int dayReach() {
    return openTime() ? days[days.length - 2] : days[days.length - 1];
  }

  /** Lower end of a space band; NaN for the same-block band. */
  public double spaceFrom(int band) {
    Require.known("space band", band, spaceBands());
    return sameBlockFirst ? (band == 0 ? Double.NaN : space[band - 1]) : space[band];
  }

  /** Upper end of a space band, not included; infinite when open, NaN for the same-block band. */
  public double spaceTo(int band) {
    Require.known("space band", band, spaceBands());
    return sameBlockFirst ? (band == 0 ? Double.NaN : space[band]) : space[band + 1];
  }

  /** The closed band of a distance below {@link #reach}. */
  int spaceBand(double distance) {
    int band = 0;
    while (distance >= space[band + 1]) {
      band++;
    }
    return band + (sameBlockFirst ? 1 : 0);
  }

  /** Time band by number of days apart, for every lag below {@link #dayReach}. */
  byte[] timeBandByLag() {
    byte[] bands = new byte[dayReach()];
    for (int lag = 0, band = 0; lag < bands.length; lag++) {
      while (lag >= days[band + 1]) {
        band++;
      }
      bands[lag] = (byte) band;
    }
    return bands;
  }
}
