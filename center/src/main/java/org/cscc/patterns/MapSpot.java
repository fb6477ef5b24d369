package org.cscc.patterns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;

/**
 * A block on the map and in the list beside it, with what happened there in the days shown.
 *
 * @param block the hundred-block; empty when the feed does not say
 * @param area its counting area, or {@link Located#UNKNOWN}
 * @param incidents its incidents, newest first
 */
record MapSpot(String block, int area, List<Happening> incidents) {
  /**
   * Groups incidents by area and block, the block of the newest incident first; unnamed ones stay
   * single.
   */
  static List<MapSpot> of(SequencedCollection<Happening> inOrderOfDays) {
    Map<String, List<Happening>> byBlock = new LinkedHashMap<>();
    for (Happening happening : inOrderOfDays.reversed()) {
      String key =
          happening.block().isEmpty()
              ? happening.id().toString()
              : happening.area() + " " + happening.block();
      byBlock.computeIfAbsent(key, none -> new ArrayList<>()).add(happening);
    }
    return byBlock.values().stream()
        .map(all -> new MapSpot(all.getFirst().block(), all.getFirst().area(), List.copyOf(all)))
        .toList();
  }

  /** People killed there. */
  public int killed() {
    return incidents.stream().mapToInt(Happening::killed).sum();
  }

  /** People shot there and alive. */
  public int injured() {
    return incidents.stream().mapToInt(Happening::injured).sum();
  }

  /** The days on which something happened, newest first. */
  public List<LocalDate> days() {
    return incidents.stream()
        .map(Happening::on)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** Its block in an address; empty without a block. */
  public String slug() {
    return BlockSlug.of(block);
  }

  boolean placed() {
    return incidents.getFirst().placed();
  }
}
