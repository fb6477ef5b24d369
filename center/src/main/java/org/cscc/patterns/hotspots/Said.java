package org.cscc.patterns.hotspots;

import java.util.Locale;

/** Small probabilities as people read them. */
final class Said {
  private Said() {}

  /** Two digits that say something; below a ten-thousandth only that. */
  static String p(double p) {
    if (p < 0.0001) {
      return "< 0.0001";
    }
    if (p < 0.01) {
      return String.format(Locale.ROOT, "%.4f", p);
    }
    return String.format(Locale.ROOT, p < 0.1 ? "%.3f" : "%.2f", p);
  }
}
