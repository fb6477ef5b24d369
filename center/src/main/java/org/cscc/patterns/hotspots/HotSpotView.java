package org.cscc.patterns.hotspots;

import java.util.List;
import org.cscc.directory.Organization;
import org.cscc.patterns.PlacedIncident;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one hot spot shows.
 *
 * @param spot the hot spot
 * @param areaName name of its area
 * @param evidence the arithmetic of the newest computation that looked at it
 * @param incidents what it rests on, newest first
 * @param steps what was done with it, newest first
 * @param plan the plan in force; null without one
 * @param moves what the reader may do now
 * @param organizations who may lead a plan
 * @param picture the map as a figure
 * @param reading the findings it belongs to
 */
record HotSpotView(
    HotSpot spot,
    String areaName,
    @Nullable Evidence evidence,
    List<PlacedIncident> incidents,
    List<HotSpotStep> steps,
    @Nullable HotSpotStep plan,
    List<HotSpotMove> moves,
    List<Organization> organizations,
    String picture,
    Reading reading) {
  /** Whether a plan or a reason is overdue. */
  public boolean late() {
    return spot.lateOn(reading.today());
  }

  /** The kinds of work of a plan. */
  public List<String> work() {
    return Plan.WORK;
  }
}
