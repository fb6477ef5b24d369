package org.cscc.patterns.hotspots;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cscc.analysis.trend.FarringtonFlexible;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the week of an area is more than usual (M-8): {@code cscc.patterns.hotspots.trend}. The
 * numbers of the regression are those of Noufaily and others 2013; its level is higher than theirs,
 * because the level only draws the bound that is shown, and what is flagged hangs on q.
 *
 * @param years earlier years that are looked at, at most, 2 to 10
 * @param alpha level of the upper bound, 0.0001 to 0.2
 * @param halfWindow weeks on either side of the same week of a year, 0 to 8
 * @param seasonalLevels levels of the season, 1 to 26
 * @param weeksLeftOut weeks before the judged one that do not count, 0 to 52
 * @param reweightAbove residual above which a week counts for less, 1 to 10
 * @param leastSd least standard deviation of the weekly counts where the records are short, 0 to 10
 * @param leastPeople people harmed in four weeks from which an area is judged, 1 to 100
 * @param clearMove move of four weeks against the four before that is said, 2 to 6
 */
record TrendRule(
    @DefaultValue("5") int years,
    @DefaultValue("0.05") double alpha,
    @DefaultValue("3") int halfWindow,
    @DefaultValue("10") int seasonalLevels,
    @DefaultValue("26") int weeksLeftOut,
    @DefaultValue("2.58") double reweightAbove,
    @DefaultValue("1") double leastSd,
    @DefaultValue("5") int leastPeople,
    @DefaultValue("3") double clearMove) {
  static final TrendRule USUAL = new TrendRule(5, 0.05, 3, 10, 26, 2.58, 1, 5, 3);

  /** Refuses numbers with which a flag would mean nothing. */
  TrendRule {
    Ranges.within("trend.years", years, 2, 10);
    Ranges.within("trend.alpha", alpha, 0.0001, 0.2);
    Ranges.within("trend.half-window", halfWindow, 0, 8);
    Ranges.within("trend.seasonal-levels", seasonalLevels, 1, 26);
    Ranges.within("trend.weeks-left-out", weeksLeftOut, 0, 52);
    Ranges.within("trend.reweight-above", reweightAbove, 1, 10);
    Ranges.within("trend.least-sd", leastSd, 0, 10);
    Ranges.within("trend.least-people", leastPeople, 1, 100);
    Ranges.within("trend.clear-move", clearMove, 2, 6);
  }

  FarringtonFlexible.Settings regression(int yearsThere, int weeksOfYear) {
    return new FarringtonFlexible.Settings(
        yearsThere, halfWindow, seasonalLevels, weeksLeftOut, reweightAbove, alpha, weeksOfYear);
  }

  Map<String, Object> named() {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("years", years);
    named.put("alpha", alpha);
    named.put("halfWindow", halfWindow);
    named.put("seasonalLevels", seasonalLevels);
    named.put("weeksLeftOut", weeksLeftOut);
    named.put("reweightAbove", reweightAbove);
    named.put("leastSd", leastSd);
    named.put("leastPeople", leastPeople);
    named.put("clearMove", clearMove);
    return named;
  }
}
