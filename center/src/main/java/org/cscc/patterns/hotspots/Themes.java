package org.cscc.patterns.hotspots;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.LocationClass;
import org.cscc.kernel.ReviewWeek;
import org.cscc.patterns.circumstances.Circumstance.Code;
import org.cscc.places.NearbyAsset;

/**
 * M-9: what the incidents of an area have in common, by the records and by coded circumstances. A
 * theme needs three incidents in two weeks; it is shown outside of the teams only from five on.
 */
final class Themes {
  private static final int LEAST_INCIDENTS = 3;
  private static final int LEAST_WEEKS = 2;
  private static final int LEAST_OUTSIDE = 5;
  private static final int YEAR = 365;

  private Themes() {}

  /**
   * The themes of all areas.
   *
   * @param facts the incidents of the weeks and of the year before them
   * @param circumstances what is coded about them; only what the readers of these themes may see
   * @param near places of public life near a longitude and latitude
   * @param lastDay last day of the last whole review week
   */
  static List<Theme> of(
      Collection<IncidentFacts> facts,
      Map<UUID, Set<Code>> circumstances,
      BiFunction<Double, Double, List<NearbyAsset>> near,
      LocalDate lastDay,
      Settings settings) {
    LocalDate first = lastDay.minusDays(7L * settings.themeWeeks() - 1);
    LocalDate yearBefore = first.minusDays(YEAR);
    Map<Integer, Tally> byArea = new TreeMap<>();
    for (IncidentFacts incident : facts) {
      LocalDate day = incident.occurredOn();
      Integer area = incident.area();
      if (area != null && !day.isBefore(yearBefore) && !day.isAfter(lastDay)) {
        Tally tally = byArea.computeIfAbsent(area, Tally::new);
        boolean recent = !day.isBefore(first);
        long week = recent ? java.time.temporal.ChronoUnit.DAYS.between(first, day) / 7 : -1;
        Set<Code> coded = recent ? circumstances.getOrDefault(incident.id(), Set.of()) : Set.of();
        tally.add(codes(incident, coded, near), week);
      }
    }
    return byArea.values().stream().flatMap(tally -> tally.themes().stream()).toList();
  }

  /** What an incident can share with others, and each pair of those. */
  private static Set<String> codes(
      IncidentFacts incident,
      Set<Code> coded,
      BiFunction<Double, Double, List<NearbyAsset>> assets) {
    List<String> single = new ArrayList<>();
    if (incident.locationClass() != LocationClass.OTHER) {
      single.add("SETTING." + incident.locationClass());
    }
    if (incident.precision().hasHour()) {
      single.add("TIME." + time(incident.occurredAt().atZone(ReviewWeek.CHICAGO)));
    }
    Set<String> kinds = new TreeSet<>();
    Double lon = incident.lon();
    Double lat = incident.lat();
    if (lon != null && lat != null) {
      for (NearbyAsset found : assets.apply(lon, lat)) {
        kinds.add("NEAR." + found.asset().kind());
      }
    }
    single.addAll(kinds);
    coded.stream().sorted().forEach(code -> single.add(Theme.CIRCUMSTANCE + code));
    Set<String> codes = new HashSet<>(single);
    for (int i = 0; i < single.size(); i++) {
      for (int j = i + 1; j < single.size(); j++) {
        codes.add(single.get(i) + " " + single.get(j));
      }
    }
    return codes;
  }

  /** Night from 22:00 to 06:00 belongs to the day on which it began. */
  private static String time(ZonedDateTime at) {
    int hour = at.getHour();
    DayOfWeek day = at.minusHours(6).getDayOfWeek();
    boolean weekend =
        day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY || day == DayOfWeek.FRIDAY;
    String part = hour < 6 || hour >= 22 ? "NIGHT" : hour < 14 ? "MORNING" : "AFTERNOON";
    return part + (weekend ? "_WEEKEND" : "_WEEK");
  }

  /** The incidents of an area by what they share. */
  private static final class Tally {
    private final int area;
    private final Map<String, int[]> counts = new TreeMap<>();
    private final Map<String, Set<Long>> weeks = new TreeMap<>();
    private int recent;
    private int before;

    Tally(int area) {
      this.area = area;
    }

    void add(Set<String> codes, long week) {
      boolean now = week >= 0;
      recent += now ? 1 : 0;
      before += now ? 0 : 1;
      for (String code : codes) {
        counts.computeIfAbsent(code, none -> new int[2])[now ? 0 : 1]++;
        if (now) {
          weeks.computeIfAbsent(code, none -> new HashSet<>()).add(week);
        }
      }
    }

    List<Theme> themes() {
      List<Theme> themes = new ArrayList<>();
      counts.forEach(
          (code, count) -> {
            int inWeeks = weeks.getOrDefault(code, Set.of()).size();
            if (count[0] >= LEAST_INCIDENTS && inWeeks >= LEAST_WEEKS) {
              themes.add(theme(code, count, inWeeks));
            }
          });
      themes.sort(
          Comparator.comparingDouble(Theme::p)
              .thenComparing(Comparator.comparingInt(Theme::incidents).reversed()));
      return themes;
    }

    private Theme theme(String code, int[] count, int inWeeks) {
      if (code.contains(Theme.CIRCUMSTANCE)) {
        // Statements end after a while, so the year before holds none to compare with.
        return new Theme(
            area,
            List.of(code.split(" ", -1)),
            count[0],
            recent,
            inWeeks,
            0,
            0,
            1,
            count[0] >= LEAST_OUTSIDE);
      }
      // One is added to both, so that what never happened before is not held for impossible.
      double share = (count[1] + 1.0) / (before + 2.0);
      double p =
          before == 0
              ? 1
              : BinomialDistribution.of(recent, Math.min(1, share))
                  .survivalProbability(count[0] - 1);
      return new Theme(
          area,
          List.of(code.split(" ", -1)),
          count[0],
          recent,
          inWeeks,
          count[1],
          before,
          p,
          count[0] >= LEAST_OUTSIDE);
    }
  }
}
