package org.cscc.patterns.hotspots;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * What is computed, in numbers that a city may choose otherwise: {@code cscc.patterns.hotspots}. A
 * computation keeps the settings it was made with, and every map says them.
 *
 * @param hexagon metres between opposite sides of a hexagon, 100 to 2,000
 * @param windowDays days that the counts of the map go back, 28 to 1,826
 * @param q largest share of false hot spots among those named (Benjamini and Hochberg), to 0.2
 * @param leastIncidents fewest incidents that make a hot spot, 3 to 100
 * @param bandwidth metres at which the kernel of the density ends, 50 to 2,000
 * @param densityCell metres of a cell of the density, 20 to 1,000, at most the bandwidth
 * @param scanMetres largest radius of an alert, 100 to 10,000
 * @param scanDays longest alert, in days, 2 to 90
 * @param recurrenceDays an alert must be rarer than once in so many days, 20 to 3,650
 * @param replicas permutations drawn where a test draws, 99 to 9,999
 * @param blockMetres how far the neighbours of a block lie, 50 to 2,000
 * @param testWeeks weeks over which the map is marked, 4 to 104
 * @param themeWeeks weeks that themes look back, 2 to 52
 * @param themeMetres how near a place of public life must lie to be part of a theme, 20 to 1,000
 * @param restDays days of cooling after which a hot spot is retired, 14 to 730
 * @param quietDays days that a rejected one is not proposed again, 14 to 1,826
 * @param scanIncidents fewest incidents of an alert, 2 to 50
 * @param densityLevels the levels of the density in multiples of the city's mean, ascending, 1.5 to
 *     100, at most six
 * @param knox the cells of the near-repeat test
 * @param trend when the week of an area is more than usual
 */
record Settings(
    @Name("hexagon-metres") @DefaultValue("300") double hexagon,
    @DefaultValue("365") int windowDays,
    @DefaultValue("0.05") double q,
    @DefaultValue("5") int leastIncidents,
    @Name("bandwidth-metres") @DefaultValue("250") double bandwidth,
    @Name("density-cell-metres") @DefaultValue("100") double densityCell,
    @DefaultValue("1000") double scanMetres,
    @DefaultValue("28") int scanDays,
    @DefaultValue("100") int recurrenceDays,
    @DefaultValue("999") int replicas,
    @DefaultValue("300") double blockMetres,
    @DefaultValue("26") int testWeeks,
    @DefaultValue("8") int themeWeeks,
    @DefaultValue("150") double themeMetres,
    @DefaultValue("90") int restDays,
    @DefaultValue("180") int quietDays,
    @Name("scan-least-incidents") @DefaultValue("3") int scanIncidents,
    @DefaultValue({"5", "10", "20"}) List<Double> densityLevels,
    @DefaultValue NearRepeatBands knox,
    @DefaultValue TrendRule trend) {
  /** What the center uses unless it is told otherwise. */
  static final Settings USUAL =
      new Settings(
          300,
          365,
          0.05,
          5,
          250,
          100,
          1000,
          28,
          100,
          999,
          300,
          26,
          8,
          150,
          90,
          180,
          3,
          List.of(5.0, 10.0, 20.0),
          NearRepeatBands.USUAL,
          TrendRule.USUAL);

  /** Fixed, so that the same records give the same answer on every node and every day. */
  static final long SEED = 19_690_716;

  /** Refuses numbers with which the methods would say nothing, or nothing honest. */
  Settings {
    Ranges.within("hexagon-metres", hexagon, 100, 2000);
    Ranges.within("window-days", windowDays, 28, 1826);
    Ranges.within("q", q, 0.0001, 0.2);
    Ranges.within("least-incidents", leastIncidents, 3, 100);
    Ranges.within("bandwidth-metres", bandwidth, 50, 2000);
    Ranges.within("density-cell-metres", densityCell, 20, Math.min(1000, bandwidth));
    Ranges.within("scan-metres", scanMetres, 100, 10_000);
    Ranges.within("scan-days", scanDays, 2, 90);
    Ranges.within("recurrence-days", recurrenceDays, 20, 3650);
    Ranges.within("replicas", replicas, 99, 9999);
    Ranges.within("block-metres", blockMetres, 50, 2000);
    Ranges.within("test-weeks", testWeeks, 4, 104);
    Ranges.within("theme-weeks", themeWeeks, 2, 52);
    Ranges.within("theme-metres", themeMetres, 20, 1000);
    Ranges.within("rest-days", restDays, 14, 730);
    Ranges.within("quiet-days", quietDays, 14, 1826);
    Ranges.within("scan-least-incidents", scanIncidents, 2, 50);
    densityLevels = List.copyOf(densityLevels);
    Ranges.ascending("density-levels", densityLevels, 1.5, 100);
  }

  /** Counts as different from every computation with other numbers. */
  String fingerprint() {
    return toString();
  }

  /** By name, in the order of the record. */
  Map<String, Object> named() {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("hexagonMetres", hexagon);
    named.put("windowDays", windowDays);
    named.put("q", q);
    named.put("leastIncidents", leastIncidents);
    named.put("bandwidthMetres", bandwidth);
    named.put("densityCellMetres", densityCell);
    named.put("scanMetres", scanMetres);
    named.put("scanDays", scanDays);
    named.put("recurrenceDays", recurrenceDays);
    named.put("replicas", replicas);
    named.put("blockMetres", blockMetres);
    named.put("testWeeks", testWeeks);
    named.put("themeWeeks", themeWeeks);
    named.put("themeMetres", themeMetres);
    named.put("restDays", restDays);
    named.put("quietDays", quietDays);
    named.put("scanLeastIncidents", scanIncidents);
    named.put("densityLevels", densityLevels);
    named.put("knox", knox.named());
    named.put("trend", trend.named());
    return named;
  }
}
