package org.cscc.patterns;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.cscc.analysis.BlockScore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a block is scored (M-7): {@code cscc.patterns.block-score}. Killed and injured weigh the same
 * unless a city says otherwise: whether a bullet kills is chance, and what draws shots to a place
 * is the same for both. Shots of which nobody is known to be hit count a little: they were aimed at
 * somebody or heard by everybody, and a block with many of them is not a calm one.
 *
 * @param killed what an incident counts in which somebody was killed, 0 to 10
 * @param injured what one counts in which somebody was shot and nobody killed, 0 to 10
 * @param shots what one counts in which shots were fired and nobody is known to be hit, 0 to 10;
 *     with 0 such incidents are left out, of the number of incidents too
 * @param halfLifeDays days after which an incident counts half, 7 to 1,826
 * @param windowDays days that the score goes back, 28 to 1,826
 * @param leastIncidents fewest incidents of a block on the list, 2 to 50
 */
public record BlockScoreRule(
    @DefaultValue("1") double killed,
    @DefaultValue("1") double injured,
    @DefaultValue("0.2") double shots,
    @DefaultValue("90") int halfLifeDays,
    @DefaultValue("365") int windowDays,
    @DefaultValue("2") int leastIncidents) {
  static final BlockScoreRule USUAL = new BlockScoreRule(1, 1, 0.2, 90, 365, 2);

  /** What packets were made with that froze no rule: at that time shots were left out. */
  static final BlockScoreRule BEFORE_IT_WAS_TOLD = new BlockScoreRule(1, 1, 0, 90, 365, 2);

  /** Refuses what would list nothing, or one incident alone. */
  public BlockScoreRule {
    within("killed", killed, 0, 10);
    within("injured", injured, 0, 10);
    within("shots", shots, 0, 10);
    within("half-life-days", halfLifeDays, 7, 1826);
    within("window-days", windowDays, 28, 1826);
    within("least-incidents", leastIncidents, 2, 50);
  }

  /** A rule as a packet froze it; without a word about shots they were left out. */
  @JsonCreator
  static BlockScoreRule frozen(
      @JsonProperty("killed") double killed,
      @JsonProperty("injured") double injured,
      @JsonProperty("shots") @Nullable Double shots,
      @JsonProperty("halfLifeDays") int halfLifeDays,
      @JsonProperty("windowDays") int windowDays,
      @JsonProperty("leastIncidents") int leastIncidents) {
    return new BlockScoreRule(
        killed,
        injured,
        Objects.requireNonNullElse(shots, BEFORE_IT_WAS_TOLD.shots),
        halfLifeDays,
        windowDays,
        leastIncidents);
  }

  private static void within(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "cscc.patterns.block-score." + name + " is " + value + ": give " + least + " to " + most);
    }
  }

  boolean countsShots() {
    return shots > 0;
  }

  BlockScore.Settings settings() {
    return new BlockScore.Settings(halfLifeDays, windowDays, leastIncidents);
  }

  double weight(Happening happening) {
    if (happening.people() == 0) {
      return shots;
    }
    return happening.killed() > 0 ? killed : injured;
  }
}
