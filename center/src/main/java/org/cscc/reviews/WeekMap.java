package org.cscc.reviews;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.cscc.drawing.Position;
import org.cscc.patterns.RecentDensity;
import org.jspecify.annotations.Nullable;

/**
 * What the map of a packet shows beside its cards, frozen with it, outlines included: a boundary
 * that is corrected later does not redraw a published page.
 *
 * @param shapes the team's areas and the ground around them
 * @param southWest a corner of the frame, wide enough for a page across
 * @param northEast the other corner
 * @param unplaced incidents of the week without a usable point; they are in the numbers and cards
 * @param density where incidents of the last 28 days lie; null in packets from before it was drawn
 * @param approximate whether the outlines are computed from center points
 */
record WeekMap(
    List<Shape> shapes,
    Position southWest,
    Position northEast,
    int unplaced,
    @JsonInclude(NON_NULL) @Nullable RecentDensity density,
    boolean approximate) {
  /**
   * An area.
   *
   * @param ours whether the team looks after it
   * @param rings closed outlines
   */
  record Shape(int area, String name, boolean ours, List<List<Position>> rings) {}
}
