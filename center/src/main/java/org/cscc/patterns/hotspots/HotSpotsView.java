package org.cscc.patterns.hotspots;

import java.util.List;
import org.cscc.patterns.GroundFindings;
import org.cscc.patterns.NearRepeatRule;
import org.cscc.patterns.OpenWindow;
import org.jspecify.annotations.Nullable;

/**
 * What the page of hot spots shows.
 *
 * @param reading the findings within reach
 * @param layer what the map shows
 * @param toJudge candidates that nobody who knows the place has judged yet
 * @param confirmed confirmed ones, those with a plan or a reason overdue first
 * @param active those with a plan
 * @param cooling those that the records no longer bear out
 * @param closed rejected and retired ones, the newest first
 * @param windows near-repeat windows open today
 * @param rule how far and how long a window reaches
 * @param repeats how much shootings repeat nearby in the whole city; null with too few to say
 * @param picture the map as a figure
 * @param mayJudge whether the reader's role may say what a team knows
 * @param mayReadLinks whether the reader's role may see how incidents hang together
 */
record HotSpotsView(
    Reading reading,
    Layer layer,
    List<HotSpot> toJudge,
    List<HotSpot> confirmed,
    List<HotSpot> active,
    List<HotSpot> cooling,
    List<HotSpot> closed,
    List<OpenWindow> windows,
    NearRepeatRule rule,
    GroundFindings.@Nullable Repeats repeats,
    String picture,
    boolean mayJudge,
    boolean mayReadLinks) {
  /** How many owe a plan or a reason and are late (R-HOT-03). */
  public long late() {
    return confirmed.stream().filter(spot -> spot.lateOn(reading.today())).count();
  }

  /** Those that are on the map: all that are not closed. */
  public List<HotSpot> open() {
    return java.util.stream.Stream.of(toJudge, confirmed, active, cooling)
        .flatMap(List::stream)
        .toList();
  }
}
