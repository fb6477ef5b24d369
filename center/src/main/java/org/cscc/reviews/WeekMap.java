package org.cscc.reviews;

import java.util.List;
import org.cscc.drawing.Position;

/**
 * What the map of a packet shows beside its cards, frozen with it, outlines included: a boundary
 * that is corrected later does not redraw a published page.
 *
 * @param shapes the team's areas and the ground around them
 * @param southWest a corner of the frame, wide enough for a page across
 * @param northEast the other corner
 * @param unplaced incidents of the week without a usable point; they are in the numbers and cards
 * @param approximate whether the outlines are computed from center points
 */
record WeekMap(
    List<Shape> shapes, Position southWest, Position northEast, int unplaced, boolean approximate) {
  /**
   * An area.
   *
   * @param ours whether the team looks after it
   * @param rings closed outlines
   */
  record Shape(int area, String name, boolean ours, List<List<Position>> rings) {}
}
