package org.cscc.patterns.hotspots;

import java.util.List;

/**
 * What the settings are held against. Apart from them, because their usual values are made of each
 * other and each checks itself.
 */
final class Ranges {
  private static final String PREFIX = "cscc.patterns.hotspots.";
  private static final int MOST_LEVELS = 6;

  private Ranges() {}

  /** One to six numbers, each above the one before. */
  static void ascending(String name, List<? extends Number> values, double least, double most) {
    if (values.isEmpty() || values.size() > MOST_LEVELS) {
      throw new IllegalArgumentException(
          PREFIX + name + " has " + values.size() + " numbers: give 1 to " + MOST_LEVELS);
    }
    double before = Double.NEGATIVE_INFINITY;
    for (Number value : values) {
      within(name, value.doubleValue(), Math.max(least, Math.nextUp(before)), most);
      before = value.doubleValue();
    }
  }

  static void within(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          PREFIX + name + " is " + value + ": give " + least + " to " + most);
    }
  }
}
