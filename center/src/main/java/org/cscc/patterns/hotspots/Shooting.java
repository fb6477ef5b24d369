package org.cscc.patterns.hotspots;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cscc.incidents.HarmTable;

/**
 * An incident in which somebody was killed or shot, as a place and a day: one, however many people
 * were harmed in it, so that one terrible night does not make a hot spot by itself.
 *
 * @param day epoch day in Chicago
 * @param area its counting area; 0 when unmapped
 * @param block its hundred-block, or empty
 * @param lon longitude, or NaN
 * @param lat latitude, or NaN
 * @param killed people killed
 * @param injured people shot and alive
 */
record Shooting(
    UUID id, int day, int area, String block, double lon, double lat, int killed, int injured) {
  boolean placed() {
    return Double.isFinite(lon) && Double.isFinite(lat);
  }

  private Shooting with(boolean fatal) {
    return new Shooting(
        id, day, area, block, lon, lat, killed + (fatal ? 1 : 0), injured + (fatal ? 0 : 1));
  }

  /** The incidents of a table of people, in the order of their days. */
  static List<Shooting> of(HarmTable people) {
    Map<Integer, Shooting> found = new LinkedHashMap<>();
    for (int i = 0; i < people.size(); i++) {
      int incident = people.incident()[i];
      Shooting known = found.get(incident);
      if (known == null) {
        int block = people.block()[i];
        known =
            new Shooting(
                people.incidents().get(incident),
                people.epochDay()[i],
                people.area()[i],
                block < 0 ? "" : people.blocks().get(block),
                people.lon()[i],
                people.lat()[i],
                0,
                0);
      }
      found.put(incident, known.with(people.fatal()[i]));
    }
    List<Shooting> ordered = new ArrayList<>(found.values());
    ordered.sort(
        java.util.Comparator.comparingInt(Shooting::day)
            .thenComparing(shooting -> shooting.id().toString()));
    return ordered;
  }
}
