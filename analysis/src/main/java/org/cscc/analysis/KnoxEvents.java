package org.cscc.analysis;

import org.cscc.analysis.InvalidInput.Reason;

/**
 * The events of a Knox test: one row for each incident, not for each person harmed, or several
 * victims of one incident would count as near repeats of each other.
 */
public final class KnoxEvents {
  final double[] x;
  final double[] y;
  final int[] days;
  final int[] blocks;

  private KnoxEvents(double[] x, double[] y, int[] days, int[] blocks) {
    this.x = x;
    this.y = y;
    this.days = days;
    this.blocks = blocks;
  }

  /**
   * Events by place and day.
   *
   * @param x east, planar (metres)
   * @param y north, planar
   * @param days epoch day of each event
   * @throws InvalidInput for fewer than four events, unequal lengths or coordinates that are no
   *     numbers
   */
  public static KnoxEvents of(double[] x, double[] y, int[] days) {
    Require.atLeast("events", 4, x.length);
    Require.sameLength("y", x.length, y.length);
    Require.sameLength("days", x.length, days.length);
    Require.finite("x", x);
    Require.finite("y", y);
    KnoxEvents events = new KnoxEvents(x.clone(), y.clone(), days.clone(), new int[0]);
    if ((long) events.lastDay() - events.firstDay() > 1_000_000) {
      throw new InvalidInput(Reason.OUT_OF_RANGE, "days span more than 1,000,000 days");
    }
    return events;
  }

  /** The same events with the number of the block of each, for a band of their own. */
  public KnoxEvents onBlocks(int[] blockOfEvent) {
    Require.sameLength("blocks", x.length, blockOfEvent.length);
    return new KnoxEvents(x, y, days, blockOfEvent.clone());
  }

  /** Number of events. */
  public int n() {
    return x.length;
  }

  int firstDay() {
    int first = Integer.MAX_VALUE;
    for (int day : days) {
      first = Math.min(first, day);
    }
    return first;
  }

  int lastDay() {
    int last = Integer.MIN_VALUE;
    for (int day : days) {
      last = Math.max(last, day);
    }
    return last;
  }
}
