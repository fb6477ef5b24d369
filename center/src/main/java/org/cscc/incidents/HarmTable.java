package org.cscc.incidents;

import java.util.List;
import java.util.UUID;

/**
 * People harmed as columns of equal length, for arithmetic over tens of thousands of them, in the
 * order of their time. Only homicides and non-fatal shootings that count.
 *
 * @param epochDay Chicago day, as days since 1970-01-01
 * @param minuteOfDay 0 to 1439 on the Chicago wall clock; -1 when the feed lost the hour
 * @param weekday 1 for Monday to 7 for Sunday
 * @param area counting area; 0 when unmapped
 * @param block index into {@code blocks}; -1 when unknown
 * @param lon longitude in WGS84; NaN when unknown
 * @param lat latitude in WGS84; NaN when unknown
 * @param fatal whether the person died
 * @param incident index into {@code incidents}
 * @param blocks the hundred-blocks that occur
 * @param incidents the incidents that occur
 */
@SuppressWarnings("ArrayRecordComponent") // columns, read in tight loops; nobody compares tables
public record HarmTable(
    int[] epochDay,
    int[] minuteOfDay,
    int[] weekday,
    int[] area,
    int[] block,
    double[] lon,
    double[] lat,
    boolean[] fatal,
    int[] incident,
    List<String> blocks,
    List<UUID> incidents) {
  /** How many people. */
  public int size() {
    return epochDay.length;
  }
}
