package org.cscc.patterns;

import java.time.LocalDate;
import java.util.UUID;
import org.cscc.places.AssetKind;

/**
 * A school, park, library, station or business near which somebody was killed or shot.
 *
 * @param kind what it is
 * @param name what it is called
 * @param metres distance of the nearest incident in a straight line
 * @param nearest that incident
 * @param on its day
 * @param at150 incidents within 150 m
 * @param at400 incidents within 400 m, those within 150 m included
 */
record AffectedPlace(
    AssetKind kind, String name, long metres, UUID nearest, LocalDate on, int at150, int at400) {
  /** Key of the word for its kind. */
  public String key() {
    return "patterns.place." + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
