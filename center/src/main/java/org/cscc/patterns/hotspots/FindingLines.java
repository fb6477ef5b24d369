package org.cscc.patterns.hotspots;

import java.util.Map;
import java.util.Set;
import org.cscc.patterns.GroundFindings;
import org.cscc.patterns.HotSpotLine;
import org.cscc.patterns.NearRepeatRule;
import org.jspecify.annotations.Nullable;

/** Findings as other rooms are told them: what counts as told, and the arithmetic beside it. */
final class FindingLines {
  private FindingLines() {}

  static GroundFindings of(
      Findings findings, Set<Integer> areas, Map<Integer, String> names, NearRepeatRule rule) {
    double level = findings.trendLevel();
    return new GroundFindings(
            findings.lastDay(),
            findings.weekEnd(),
            findings.raised().stream()
                .map(alert -> line(alert, names.getOrDefault(alert.area(), "")))
                .toList(),
            findings.trends().stream()
                .filter(trend -> trend.verdict() == AreaTrend.Verdict.FLAGGED || trend.moved())
                .map(trend -> line(trend, names.getOrDefault(trend.area(), ""), level))
                .toList(),
            findings.knox().within(rule.metres(), rule.days()))
        .in(areas);
  }

  private static GroundFindings.AlertLine line(Alert alert, String area) {
    return new GroundFindings.AlertLine(
        alert.area(),
        area,
        alert.metres(),
        alert.from(),
        alert.to(),
        alert.incidents(),
        alert.inCircle(),
        alert.inDays(),
        alert.inAll(),
        alert.expected(),
        alert.ratio(),
        alert.saidP(),
        alert.recurrenceDays());
  }

  private static GroundFindings.TrendLine line(AreaTrend trend, String area, double level) {
    return new GroundFindings.TrendLine(
        trend.area(),
        area,
        trend.method().name(),
        trend.verdict() == AreaTrend.Verdict.FLAGGED,
        trend.week(),
        trend.expected(),
        trend.upper(),
        level,
        trend.saidP(),
        trend.saidQ(),
        trend.fourWeeks(),
        trend.before(),
        trend.z(),
        trend.clearMove());
  }

  static @Nullable HotSpotLine line(HotSpot spot, @Nullable Evidence evidence, Findings findings) {
    return evidence == null
        ? null
        : new HotSpotLine(
            spot.number(),
            spot.area(),
            spot.state().name(),
            spot.state().key(),
            evidence.sum(),
            evidence.expected(),
            evidence.q(),
            findings.lastDay(),
            spot.planDue(),
            spot.at().lon(),
            spot.at().lat(),
            new HotSpotLine.Why(
                spot.width(),
                findings.firstDay(),
                evidence.own(),
                evidence.around(),
                evidence.cells(),
                evidence.mean(),
                evidence.sd(),
                findings.cells(),
                evidence.z(),
                evidence.saidExactP(),
                evidence.saidQ()));
  }
}
