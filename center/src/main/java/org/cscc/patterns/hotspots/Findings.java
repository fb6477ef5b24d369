package org.cscc.patterns.hotspots;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one computation found, as it is stored and shown.
 *
 * @param asOf when the newest feed was brought in
 * @param firstDay first day of the window
 * @param lastDay last day of the window, the newest of the data
 * @param weekEnd last day of the last whole review week, with which trends and mark end
 * @param cells hexagons searched
 * @param mean incidents of a hexagon in the window on average
 * @param incidents incidents of the window
 * @param unplaced those of them without a place on the ground; in totals, not on the map
 * @param significantCells hexagons that are the middle of more than chance would have
 * @param settings what was chosen, by name
 * @param density the density
 * @param blocks the blocks that stand out, the clearest first
 * @param alerts the clearest circles, raised or not
 * @param retracted alerts of the computation before that the records no longer bear out
 * @param knox whether near repeats are in excess
 * @param trends the areas, flagged ones first
 * @param themes what incidents have in common
 * @param guardedThemes the same without what outreach, residents and partners said: information
 *     goes one way, so these are what a police liaison is shown
 * @param mark how well the map did; null when the records are too short to say
 * @param millis how long each part took
 */
record Findings(
    Instant asOf,
    LocalDate firstDay,
    LocalDate lastDay,
    LocalDate weekEnd,
    int cells,
    double mean,
    int incidents,
    int unplaced,
    int significantCells,
    Map<String, Object> settings,
    Density density,
    List<BlockFinding> blocks,
    List<Alert> alerts,
    List<Alert> retracted,
    KnoxFinding knox,
    List<AreaTrend> trends,
    List<Theme> themes,
    List<Theme> guardedThemes,
    @Nullable Mark mark,
    Map<String, Long> millis) {
  /** A computation from before the guarded themes came has none to show. */
  Findings {
    guardedThemes = java.util.Objects.requireNonNullElse(guardedThemes, List.of());
  }

  /** The alerts that are rare enough to be told. */
  public List<Alert> raised() {
    return alerts.stream().filter(Alert::raised).toList();
  }

  /** The level of the bound that trends are shown with. */
  double trendLevel() {
    return settings.get("trend") instanceof Map<?, ?> rule
            && rule.get("alpha") instanceof Number level
        ? level.doubleValue()
        : TrendRule.USUAL.alpha();
  }

  /** The areas with more than usual. */
  public List<AreaTrend> flagged() {
    return trends.stream().filter(t -> t.verdict() == AreaTrend.Verdict.FLAGGED).toList();
  }
}
