package org.cscc.analysis.scan;

/**
 * Says of a growing circle, for all window lengths at once, whether any could exceed a level. The
 * counts of the windows that reach back 1, 2, 3 … days lie in lanes of 8 bits, eight to a {@code
 * long}; a row for each number of events held by a circle lacks just so much to the top bit of each
 * lane as the window needs events to exceed the level. One addition for eight windows, and no
 * branch until the end. It knows no circle with more than {@link #MOST_COUNT} recent events.
 */
final class WindowFilter {
  private static final int LANES = 8;
  private static final int BITS = 8;
  private static final long TOP = 0x8080_8080_8080_8080L;
  private static final int MOST_COUNT = 0x7f;

  /** Counts of 32 windows are kept at a time, in four local variables. */
  private static final int STRIDE = 4;

  private static final long MOST_WORDS = 1 << 22;

  private final int words;
  private final long[] steps;
  private final long[] rows;

  private WindowFilter(int words, long[] steps, long[] rows) {
    this.words = words;
    this.steps = steps;
    this.rows = rows;
  }

  /** Whether the rows are few enough to be worth it. */
  static boolean worthwhile(int mostHeld, int[] inLastDays) {
    return (mostHeld + 1L) * words(inLastDays.length) <= MOST_WORDS;
  }

  /**
   * A filter for one level.
   *
   * @param likelihood reset to the level
   * @param mostHeld most events of all days in a circle
   * @param inLastDays events in the last 1, 2, 3 … days
   * @param total events in all
   */
  static WindowFilter above(Likelihood likelihood, int mostHeld, int[] inLastDays, int total) {
    int days = inLastDays.length;
    int words = words(days);
    long[] steps = new long[days * words];
    long[] rows = new long[(mostHeld + 1) * words];
    for (int d = 0; d < days; d++) {
      for (int age = 0; age <= d; age++) {
        steps[age * words + d / LANES] |= lane(d, 1);
      }
      int needed = 1;
      for (int held = 1; held <= mostHeld; held++) {
        double expected = held * (double) inLastDays[d] * (1.0 / total);
        while (needed <= MOST_COUNT
            && needed <= inLastDays[d]
            && expected >= likelihood.limit(needed)) {
          needed++;
        }
        boolean can = needed <= MOST_COUNT && needed <= inLastDays[d];
        int lacks = can ? MOST_COUNT + 1 - needed : 0;
        rows[held * words + d / LANES] |= lane(d, lacks);
      }
    }
    return new WindowFilter(words, steps, rows);
  }

  private static int words(int days) {
    return (days + LANES * STRIDE - 1) / (LANES * STRIDE) * STRIDE;
  }

  private static long lane(int d, int value) {
    return (long) value << (d % LANES * BITS);
  }

  /**
   * Whether any window of the growing circle around a centre could exceed the level; says so too
   * when it has too many events for the lanes, or would exceed it only between two tied places.
   *
   * @param ranks ranks of the places with recent events, nearest first
   * @param size how many they are
   * @param order places by rank
   * @param held events of all days up to a rank
   * @param from where the events of a place start in {@code ages}
   * @param ages days before the last one of each recent event
   */
  boolean couldExceed(int[] ranks, int size, int[] order, int[] held, int[] from, int[] ages) {
    for (int group = 0; group < words; group += STRIDE) {
      long any = 0;
      long c0 = 0;
      long c1 = 0;
      long c2 = 0;
      long c3 = 0;
      int recent = 0;
      for (int at = 0; at < size; at++) {
        int rank = ranks[at];
        int place = order[rank];
        int end = from[place + 1];
        for (int e = from[place]; e < end; e++) {
          int step = ages[e] * words + group;
          c0 += steps[step];
          c1 += steps[step + 1];
          c2 += steps[step + 2];
          c3 += steps[step + 3];
          recent++;
        }
        int row = held[rank] * words + group;
        any |= (c0 + rows[row]) | (c1 + rows[row + 1]);
        any |= (c2 + rows[row + 2]) | (c3 + rows[row + 3]);
      }
      if ((any & TOP) != 0 || recent > MOST_COUNT) {
        return true;
      }
    }
    return false;
  }
}
