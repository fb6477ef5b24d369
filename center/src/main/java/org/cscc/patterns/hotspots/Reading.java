package org.cscc.patterns.hotspots;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.cscc.patterns.GroundFindings;
import org.cscc.patterns.NearRepeatRule;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of the computed findings share: the findings within reach, and how fresh they are.
 *
 * @param findings null until the first computation is through
 * @param asOf when the newest feed was brought in, on the wall clock of the city
 * @param lagDays days from the newest record to today
 * @param course how far a computation that is under way has come; null when none is
 * @param failure what stopped the newest attempt; null unless it failed
 * @param area the one area shown; null for all within reach
 * @param choices areas that may be chosen, name by number
 * @param names names of all areas by number
 * @param today today in the city
 */
record Reading(
    @Nullable Findings findings,
    @Nullable ZonedDateTime asOf,
    long lagDays,
    Course.@Nullable Now course,
    @Nullable String failure,
    @Nullable Integer area,
    Map<Integer, String> choices,
    Map<Integer, String> names,
    LocalDate today) {

  /** Whether a computation is under way. */
  public boolean running() {
    return course != null;
  }

  /** Days that the counts of the map go back. */
  public int days() {
    Object days = findings == null ? null : findings.settings().get("windowDays");
    return days instanceof Number number ? number.intValue() : Settings.USUAL.windowDays();
  }

  /** Whether an area is shown. */
  boolean shows(int number) {
    return area == null ? choices.containsKey(number) : area == number;
  }

  /** How much shootings repeat within a window, in the whole city. */
  GroundFindings.@Nullable Repeats repeats(NearRepeatRule rule) {
    return findings == null ? null : findings.knox().within(rule.metres(), rule.days());
  }

  /** The trends of the areas shown, flagged ones first. */
  public List<AreaTrend> trends() {
    return findings == null
        ? List.of()
        : findings.trends().stream().filter(trend -> shows(trend.area())).toList();
  }

  /** Trends of the areas shown that say something: more than usual, or a clear move. */
  public List<AreaTrend> toldTrends() {
    return trends().stream()
        .filter(trend -> trend.verdict() == AreaTrend.Verdict.FLAGGED || trend.moved())
        .toList();
  }

  /** The alerts of the areas shown, raised or not. */
  public List<Alert> alerts() {
    return findings == null
        ? List.of()
        : findings.alerts().stream().filter(alert -> shows(alert.area())).toList();
  }

  /** Alerts that were taken back, in the areas shown. */
  public List<Alert> retracted() {
    return findings == null
        ? List.of()
        : findings.retracted().stream().filter(alert -> shows(alert.area())).toList();
  }

  /** The blocks that stand out in the areas shown. */
  public List<BlockFinding> blocks() {
    return findings == null
        ? List.of()
        : findings.blocks().stream().filter(block -> shows(block.area())).toList();
  }

  /**
   * The themes of the areas shown.
   *
   * @param all whether the reader may see what outreach, residents and partners said
   */
  List<Theme> themes(boolean all) {
    return findings == null
        ? List.of()
        : (all ? findings.themes() : findings.guardedThemes())
            .stream().filter(theme -> shows(theme.area())).toList();
  }
}
