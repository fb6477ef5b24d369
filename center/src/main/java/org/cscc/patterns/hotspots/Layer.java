package org.cscc.patterns.hotspots;

import java.util.Locale;

/** What the map shows; one at a time. */
enum Layer {
  SPOTS,
  DENSITY,
  ALERTS,
  WINDOWS,
  TRENDS;

  /** As in an address. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The layer of a word; hot spots when there is no such layer. */
  static Layer of(String word) {
    for (Layer layer : values()) {
      if (layer.word().equals(word)) {
        return layer;
      }
    }
    return SPOTS;
  }
}
