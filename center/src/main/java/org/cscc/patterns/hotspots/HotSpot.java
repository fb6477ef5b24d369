package org.cscc.patterns.hotspots;

import java.time.LocalDate;
import java.util.UUID;
import org.cscc.drawing.Position;
import org.jspecify.annotations.Nullable;

/**
 * A hexagon and the six around it that stood out once; its ground stays the same for good, so that
 * what is done there can be judged later.
 *
 * @param number what people call it
 * @param middle the hexagon in its middle
 * @param width metres of a hexagon
 * @param area number of the area of its middle
 * @param version goes up with each step
 * @param foundOn last day of the data in which it was found first
 * @param planDue until when a plan or a reason is due (R-HOT-03); null when neither is owed
 * @param incidents incidents on its ground in the window of the newest computation that looked at
 *     it
 * @param significant whether that computation found it
 */
record HotSpot(
    UUID id,
    int number,
    Hexagon middle,
    double width,
    int area,
    HotSpotState state,
    int version,
    LocalDate foundOn,
    @Nullable LocalDate planDue,
    int incidents,
    boolean significant) {
  /** The middle of its ground. */
  public Position at() {
    return new HexGrid(width).middle(middle);
  }

  /** Whether a plan or a reason is overdue on a day. */
  public boolean lateOn(LocalDate day) {
    return planDue != null && planDue.isBefore(day);
  }
}
