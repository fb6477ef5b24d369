package org.cscc.patterns;

import org.cscc.analysis.BlockScore;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a block is scored (M-7): {@code cscc.patterns.block-score}. Killed and injured weigh the same
 * unless a city says otherwise: whether a bullet kills is chance, and what draws shots to a place
 * is the same for both.
 *
 * @param killed what an incident counts in which somebody was killed, 0 to 10
 * @param injured what one counts in which somebody was shot and nobody killed, 0 to 10
 * @param halfLifeDays days after which an incident counts half, 7 to 1,826
 * @param windowDays days that the score goes back, 28 to 1,826
 * @param leastIncidents fewest incidents of a block on the list, 2 to 50
 */
public record BlockScoreRule(
    @DefaultValue("1") double killed,
    @DefaultValue("1") double injured,
    @DefaultValue("90") int halfLifeDays,
    @DefaultValue("365") int windowDays,
    @DefaultValue("2") int leastIncidents) {
  static final BlockScoreRule USUAL = new BlockScoreRule(1, 1, 90, 365, 2);

  /** Refuses what would list nothing, or one incident alone. */
  public BlockScoreRule {
    within("killed", killed, 0, 10);
    within("injured", injured, 0, 10);
    within("half-life-days", halfLifeDays, 7, 1826);
    within("window-days", windowDays, 28, 1826);
    within("least-incidents", leastIncidents, 2, 50);
  }

  private static void within(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "cscc.patterns.block-score." + name + " is " + value + ": give " + least + " to " + most);
    }
  }

  BlockScore.Settings settings() {
    return new BlockScore.Settings(halfLifeDays, windowDays, leastIncidents);
  }

  double weight(Happening happening) {
    return happening.killed() > 0 ? killed : injured;
  }
}
