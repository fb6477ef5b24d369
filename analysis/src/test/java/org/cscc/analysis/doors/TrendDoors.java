package org.cscc.analysis.doors;

import java.util.List;
import org.cscc.analysis.trend.Cusum;
import org.cscc.analysis.trend.Ears;
import org.cscc.analysis.trend.Farrington;
import org.cscc.analysis.trend.FarringtonFlexible;
import org.cscc.analysis.trend.TwoThirds;

/** Trend and aberration. */
final class TrendDoors {
  private TrendDoors() {}

  static List<Door> all() {
    int[] weeks = weeks();
    Call classic =
        Call.create(
            Farrington.Settings.class,
            3,
            2,
            0.01,
            Farrington.Level.TWO_SIDED,
            TwoThirds.Uncertainty.PAPER,
            52);
    Call flexible = Call.create(FarringtonFlexible.Settings.class, 3, 2, 5, 8, 2.58, 0.01, 52);
    int now = weeks.length - 1;
    int[] daily = {1, 2, 0, 3, 1, 2, 1, 0, 2, 9, 1, 2};
    return List.of(
        Door.of(Call.of(Ears.class, "c1", daily, 0.01, 0.5)),
        Door.of(Call.of(Ears.class, "c2", daily, 0.01, 0.5)),
        Door.of(Call.of(Ears.class, "c3", daily, 0.01, 0.5)),
        Door.of(Call.of(Cusum.class, "of", daily, 1.5, 1.0, 3.0, Cusum.Transform.ROSSI)),
        Door.of(classic),
        Door.of(Call.of(Farrington.class, "of", weeks, now, classic).ids(1)),
        Door.of(flexible),
        Door.of(Call.of(FarringtonFlexible.class, "of", weeks, now, flexible).ids(1)),
        Door.of(
            Call.of(
                    FarringtonFlexible.class,
                    "ofTwoThirds",
                    weeks,
                    now,
                    flexible,
                    TwoThirds.Uncertainty.PAPER)
                .ids(1)));
  }

  private static int[] weeks() {
    int[] weeks = new int[3 * 52 + 4];
    for (int t = 0; t < weeks.length; t++) {
      weeks[t] = 3 + (int) Math.round(2 * Math.sin(t / 8.0)) + t % 3;
    }
    return weeks;
  }
}
