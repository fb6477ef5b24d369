package org.cscc.analysis;

/**
 * Counts four shuffles of the days at once: their days lie in four lanes of 16 bits of one {@code
 * long} for each event, and two subtractions tell which lanes of a pair lie within the reach, by
 * the guard bit on top of each lane. Serves spans of less than about 89 years.
 */
final class KnoxLanes {
  static final int LANES = 4;
  private static final int BITS = 16;
  private static final int LARGEST = 0x7fff;
  private static final long GUARD = 0x8000_8000_8000_8000L;
  private static final long ONES = 0x0001_0001_0001_0001L;

  private final KnoxPairs pairs;
  private final byte[] timeBand;
  private final int reach;
  private final int width;
  private final int cells;
  private final int firstDay;

  KnoxLanes(KnoxEvents events, KnoxBands bands, KnoxPairs pairs) {
    this.pairs = pairs;
    this.timeBand = bands.timeBandByLag();
    this.reach = timeBand.length;
    this.width = bands.closedTimeBands();
    this.cells = bands.closedSpaceBands() * width;
    this.firstDay = events.firstDay();
  }

  /** Whether all days of the events fit into a lane. */
  static boolean serves(KnoxEvents events, KnoxBands bands) {
    long reach = bands.dayReach();
    return reach > 0 && (long) events.lastDay() - events.firstDay() + 2 * reach <= LARGEST;
  }

  /** Adds the days of a shuffle, in the order of the events, to a lane of days by rank. */
  void put(long[] days, int lane, int[] shuffled) {
    for (int a = 0; a < days.length; a++) {
      long day = (long) shuffled[pairs.eventOf[a]] - firstDay + reach - 1;
      days[a] |= day << (lane * BITS);
    }
  }

  /** Pairs of each lane in each closed cell; lanes that were not filled count what they hold. */
  int[][] count(long[] days) {
    int[][] counts = new int[LANES][cells];
    int[] partner = pairs.partner;
    long span = ONES * (reach - 1);
    for (int a = 0; a < days.length; a++) {
      long latest = (days[a] + span) | GUARD;
      long earliest = days[a] - span;
      int end = pairs.from[a + 1];
      for (int p = pairs.from[a]; p < end; p++) {
        long other = days[partner[p]];
        long within = (latest - other) & ((other | GUARD) - earliest) & GUARD;
        if (within != 0) {
          add(counts, within, days[a], other, pairs.band[p] * width);
        }
      }
    }
    return counts;
  }

  private void add(int[][] counts, long within, long day, long other, int row) {
    for (long left = within; left != 0; left &= left - 1) {
      int shift = Long.numberOfTrailingZeros(left) + 1 - BITS;
      int lag = (int) ((day >>> shift) & LARGEST) - (int) ((other >>> shift) & LARGEST);
      counts[shift / BITS][row + timeBand[Math.abs(lag)]]++;
    }
  }
}
