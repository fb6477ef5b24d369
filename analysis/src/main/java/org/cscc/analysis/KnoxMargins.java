package org.cscc.analysis;

/**
 * How often two events fall into each space band and each time band, and in how many ways two such
 * pairs share an event. {@code pairs} counts unordered pairs; {@code paths} is the sum over events
 * of {@code d (d - 1)}, with {@code d} the number of partners in the band. {@code union*} holds the
 * same for all closed bands together, from which the open band follows.
 */
final class KnoxMargins {
  final long[] spacePairs;
  final long[] spacePaths;
  final long[] timePairs;
  final long[] timePaths;
  long unionSpacePairs;
  long unionSpacePaths;
  long unionTimePairs;
  long unionTimePaths;

  KnoxMargins(KnoxEvents events, KnoxBands bands, KnoxPairs pairs) {
    spacePairs = new long[bands.closedSpaceBands()];
    spacePaths = new long[bands.closedSpaceBands()];
    timePairs = new long[bands.closedTimeBands()];
    timePaths = new long[bands.closedTimeBands()];
    countSpace(events.n(), pairs);
    countTime(events, bands);
  }

  private void countSpace(int n, KnoxPairs pairs) {
    int bands = spacePairs.length;
    int[] degree = new int[n * bands];
    for (int i = 0; i < n; i++) {
      for (int p = pairs.from[i]; p < pairs.from[i + 1]; p++) {
        spacePairs[pairs.band[p]]++;
        degree[i * bands + pairs.band[p]]++;
        degree[pairs.partner[p] * bands + pairs.band[p]]++;
      }
    }
    for (int i = 0; i < n; i++) {
      long all = 0;
      for (int band = 0; band < bands; band++) {
        long d = degree[i * bands + band];
        spacePaths[band] += d * (d - 1);
        all += d;
      }
      unionSpacePaths += all * (all - 1);
    }
    for (long count : spacePairs) {
      unionSpacePairs += count;
    }
  }

  private void countTime(KnoxEvents events, KnoxBands bands) {
    int first = events.firstDay();
    int range = events.lastDay() - first + 1;
    long[] upTo = new long[range + 1];
    for (int day : events.days) {
      upTo[day - first + 1]++;
    }
    for (int day = 0; day < range; day++) {
      upTo[day + 1] += upTo[day];
    }
    for (int day = 0; day < range; day++) {
      long here = upTo[day + 1] - upTo[day];
      long all = 0;
      for (int band = 0; here > 0 && band < timePairs.length; band++) {
        long d = partners(upTo, day, bands.days[band], bands.days[band + 1]);
        timePairs[band] += here * d;
        timePaths[band] += here * d * (d - 1);
        all += d;
      }
      unionTimePaths += here * all * (all - 1);
    }
    for (int band = 0; band < timePairs.length; band++) {
      timePairs[band] /= 2;
      unionTimePairs += timePairs[band];
    }
  }

  /** Events at least {@code from} and less than {@code to} days from one event on a day. */
  private static long partners(long[] upTo, int day, int from, int to) {
    if (from == 0) {
      return within(upTo, day - to + 1, day + to - 1) - 1;
    }
    return within(upTo, day + from, day + to - 1) + within(upTo, day - to + 1, day - from);
  }

  private static long within(long[] upTo, int firstDay, int lastDay) {
    int a = Math.max(0, firstDay);
    int b = Math.min(upTo.length - 1, lastDay + 1);
    return b <= a ? 0 : upTo[b] - upTo[a];
  }
}
