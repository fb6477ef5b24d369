package org.cscc.patterns;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the map page shows.
 *
 * @param request what was asked for
 * @param next first day of the week after, once it has begun; else null
 * @param spots the list, which the map repeats
 * @param killed people killed in all
 * @param injured people shot and alive in all
 * @param picture the map as a figure
 * @param choices areas that may be chosen, name by number, in the order of their names
 * @param basis what it rests on
 */
record MapView(
    MapRequest request,
    @Nullable LocalDate next,
    List<MapSpot> spots,
    int killed,
    int injured,
    String picture,
    Map<Integer, String> choices,
    Basis basis) {
  private static final int SPOTS = 100;

  /** The first of the list; the map and the file have all. */
  public List<MapSpot> spotsShown() {
    return spots.subList(0, Math.min(SPOTS, spots.size()));
  }
}
