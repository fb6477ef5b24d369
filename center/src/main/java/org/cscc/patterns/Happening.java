package org.cscc.patterns;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/**
 * An incident in which somebody was killed or shot, as the computations need it; or, kept apart
 * from those by {@link History}, one in which shots were fired and nobody is known to be hit.
 *
 * @param day epoch day in Chicago
 * @param hour 0 to 23 on the Chicago wall clock, or {@link #UNKNOWN}
 * @param area its counting area, or {@link #UNKNOWN}
 * @param block its hundred-block, or empty
 * @param lon longitude, or NaN
 * @param lat latitude, or NaN
 * @param killed people killed
 * @param injured people shot and alive
 */
record Happening(
    UUID id,
    int day,
    int hour,
    int area,
    String block,
    double lon,
    double lat,
    int killed,
    int injured)
    implements Located {
  /** Whether the feed gives a place. */
  boolean placed() {
    return Double.isFinite(lon) && Double.isFinite(lat);
  }

  /** The same incident with the people of another row of it. */
  Happening with(Happening more) {
    return new Happening(
        id, day, hour, area, block, lon, lat, killed + more.killed, injured + more.injured);
  }

  /** Everybody harmed in it. */
  int people() {
    return killed + injured;
  }

  /** Its day. */
  public LocalDate on() {
    return LocalDate.ofEpochDay(day);
  }

  /** The hour it began in; midnight when it is not known. */
  public LocalTime time() {
    return LocalTime.of(Math.max(0, hour), 0);
  }
}
