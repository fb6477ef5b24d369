package org.cscc.patterns;

import org.cscc.analysis.Metric;
import org.cscc.analysis.NearRepeatWindows;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far and how long a near-repeat window reaches (M-6): {@code cscc.patterns.near-repeat}. The
 * usual 200 m along the streets and 14 days are about one block and two weeks (Ratcliffe and
 * Rengert 2008).
 *
 * @param metres along the street grid, 1 to 2,000
 * @param days after the incident, 1 to 60
 */
public record NearRepeatRule(@DefaultValue("200") double metres, @DefaultValue("14") int days) {
  static final NearRepeatRule USUAL = new NearRepeatRule(200, 14);

  /** Refuses what no window of risk could be. */
  public NearRepeatRule {
    if (!(metres >= 1 && metres <= 2000)) {
      throw new IllegalArgumentException(
          "cscc.patterns.near-repeat.metres is " + metres + ": give 1 to 2000");
    }
    if (days < 1 || days > 60) {
      throw new IllegalArgumentException(
          "cscc.patterns.near-repeat.days is " + days + ": give 1 to 60");
    }
  }

  NearRepeatWindows.Settings settings() {
    return new NearRepeatWindows.Settings(metres, days, Metric.MANHATTAN);
  }
}
