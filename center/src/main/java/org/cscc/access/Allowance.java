package org.cscc.access;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * So many a minute for each, and no more than half a minute's worth at once. Who has not asked for
 * a minute is forgotten.
 */
final class Allowance {
  private static final int MOST_KNOWN = 20_000;
  private static final double SECOND = 1e9;

  private final double aSecond;
  private final double most;
  private final LongSupplier nanos;
  private final Map<String, Left> known = new ConcurrentHashMap<>();

  private record Left(double requests, long at) {}

  Allowance(int aMinute, LongSupplier nanos) {
    if (aMinute < 2) {
      throw new IllegalArgumentException("At least two requests a minute, not " + aMinute);
    }
    this.aSecond = aMinute / 60.0;
    this.most = aMinute / 2.0;
    this.nanos = nanos;
  }

  /**
   * Takes one.
   *
   * @return 0 when there was one, else the seconds after which to ask again
   */
  int take(String who) {
    long now = nanos.getAsLong();
    if (known.size() > MOST_KNOWN) {
      known.values().removeIf(left -> filled(left, now) >= most);
    }
    double[] before = new double[1];
    known.compute(
        who,
        (key, left) -> {
          before[0] = left == null ? most : filled(left, now);
          return new Left(before[0] >= 1 ? before[0] - 1 : before[0], now);
        });
    return before[0] >= 1 ? 0 : (int) Math.max(1, Math.ceil((1 - before[0]) / aSecond));
  }

  private double filled(Left left, long now) {
    return Math.min(most, left.requests() + (now - left.at()) / SECOND * aSecond);
  }

  int known() {
    return known.size();
  }
}
