package org.cscc.patterns.hotspots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cscc.analysis.FalseDiscovery;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.Normal;
import org.cscc.analysis.WindowChange;
import org.cscc.analysis.trend.Ears;
import org.cscc.analysis.trend.FarringtonFlexible;

/**
 * Trend flags over all areas. People are counted here, as everywhere that harm is counted (M-1).
 * With some 77 areas a level of 5 % would flag four on a quiet week, so the p of all areas that
 * have enough to be judged are adjusted together.
 */
final class Trends {
  private static final int YEAR = 52;
  private static final int MARGIN = 4;

  private Trends() {}

  /**
   * The trend of each area, by number.
   *
   * @param lastDay last day of the last whole review week
   */
  static List<AreaTrend> of(
      List<Shooting> history, List<Integer> areas, int lastDay, Settings settings) {
    int first = history.isEmpty() ? lastDay : history.getFirst().day();
    int weeks = Math.max(0, (lastDay - first + 1) / 7);
    Map<Integer, int[]> series = new HashMap<>();
    for (Shooting shooting : history) {
      int back = lastDay - shooting.day();
      int week = weeks - 1 - Math.floorDiv(back, 7);
      if (back >= 0 && week >= 0) {
        series.computeIfAbsent(shooting.area(), none -> new int[weeks])[week] +=
            shooting.killed() + shooting.injured();
      }
    }
    List<AreaTrend> trends = new ArrayList<>();
    for (int area : areas) {
      trends.add(trend(area, series.getOrDefault(area, new int[weeks]), settings.trend()));
    }
    double[] p =
        trends.stream()
            .mapToDouble(t -> t.verdict() == AreaTrend.Verdict.USUAL ? t.p() : Double.NaN)
            .toArray();
    double[] q = FalseDiscovery.adjust(p);
    List<AreaTrend> judged = new ArrayList<>();
    for (int i = 0; i < q.length; i++) {
      judged.add(trends.get(i).judged(q[i], settings.q()));
    }
    judged.sort(Comparator.comparingDouble(AreaTrend::q).thenComparingInt(AreaTrend::area));
    return List.copyOf(judged);
  }

  private static AreaTrend trend(int area, int[] weeks, TrendRule rule) {
    int now = weeks.length - 1;
    int fourWeeks = sum(weeks, now - 3, now);
    int before = sum(weeks, now - 7, now - 4);
    double z = WindowChange.between(before, fourWeeks).z();
    int years = Math.min(rule.years(), (now - MARGIN) / YEAR);
    AreaTrend.Verdict verdict =
        now < 10
            ? AreaTrend.Verdict.NOT_COVERED
            : fourWeeks < rule.leastPeople() ? AreaTrend.Verdict.TOO_FEW : AreaTrend.Verdict.USUAL;
    int week = now < 0 ? 0 : weeks[now];
    Optional<FarringtonFlexible> regression =
        years < 2 ? Optional.empty() : fit(weeks, now, years, rule);
    if (regression.isPresent()) {
      FarringtonFlexible judged = regression.get();
      return new AreaTrend(
          area,
          week,
          fourWeeks,
          before,
          judged.expected(),
          judged.upper(),
          judged.p(),
          1,
          AreaTrend.Method.FARRINGTON,
          verdict,
          z,
          rule.clearMove());
    }
    return ears(area, weeks, week, fourWeeks, before, verdict, z, rule);
  }

  /**
   * Empty where hardly anything was recorded in the earlier years: there the weeks before serve.
   */
  private static Optional<FarringtonFlexible> fit(int[] weeks, int now, int years, TrendRule rule) {
    try {
      return Optional.of(FarringtonFlexible.of(weeks, now, rule.regression(years, YEAR)));
    } catch (InvalidInput refused) {
      return Optional.empty();
    }
  }

  private static AreaTrend ears(
      int area,
      int[] weeks,
      int week,
      int fourWeeks,
      int before,
      AreaTrend.Verdict verdict,
      double z,
      TrendRule rule) {
    int now = weeks.length - 1;
    if (now < 10) {
      return new AreaTrend(
          area,
          week,
          fourWeeks,
          before,
          0,
          0,
          1,
          1,
          AreaTrend.Method.EARS_C2,
          verdict,
          z,
          rule.clearMove());
    }
    double upper = Ears.c2(weeks, rule.alpha(), rule.leastSd()).upper()[now];
    double mean = sum(weeks, now - 9, now - 3) / 7.0;
    double sd = (upper - mean) / -Normal.quantile(rule.alpha());
    // One-sided: only more than usual is a flag.
    double twoSided = Normal.twoSided((week - mean) / sd);
    double p = week >= mean ? twoSided / 2 : 1 - twoSided / 2;
    return new AreaTrend(
        area,
        week,
        fourWeeks,
        before,
        mean,
        upper,
        p,
        1,
        AreaTrend.Method.EARS_C2,
        verdict,
        z,
        rule.clearMove());
  }

  private static int sum(int[] weeks, int from, int to) {
    return to < 0 ? 0 : Arrays.stream(weeks, Math.max(0, from), to + 1).sum();
  }
}
