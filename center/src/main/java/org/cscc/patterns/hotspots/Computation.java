package org.cscc.patterns.hotspots;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cscc.incidents.IncidentFacts;
import org.cscc.kernel.ReviewWeek;
import org.cscc.places.Assets;
import org.cscc.places.NearbyAsset;

/** One computation over the whole city, from records to findings; it reads and writes nothing. */
final class Computation {
  private static final int BLOCKS_KEPT = 200;

  private final Ground ground;
  private final List<Shooting> history;
  private final List<Shooting> window;
  private final LocalDate day;
  private final Settings settings;
  private final HeatMap heat;
  private final Map<String, Long> millis = new LinkedHashMap<>();
  private final Course course;
  private final List<BlockFinding> blocks;

  /**
   * Begins with the map.
   *
   * @param history incidents in the order of their days
   * @param day last day of the data
   * @param course told how far it is
   */
  Computation(
      Ground ground, List<Shooting> history, LocalDate day, Settings settings, Course course) {
    this.course = course;
    this.ground = ground;
    this.history = history.stream().filter(s -> s.day() <= day.toEpochDay()).toList();
    this.day = day;
    this.settings = settings;
    this.window = since(first());
    this.heat = timed("map", () -> HeatMap.of(ground, ground.count(window), settings));
    this.blocks = timed("blocks", () -> BlockMap.of(this.history, epochDay(first()), settings));
  }

  /** Whether there is enough to make a map of: without two different counts nothing stands out. */
  static boolean possible(Ground ground, List<Shooting> history, LocalDate day, Settings settings) {
    int first = epochDay(day.minusDays(settings.windowDays() - 1L));
    return history.stream()
        .anyMatch(s -> s.day() >= first && s.day() <= day.toEpochDay() && ground.indexOf(s) >= 0);
  }

  private LocalDate first() {
    return day.minusDays(settings.windowDays() - 1L);
  }

  /** The map. */
  HeatMap heat() {
    return heat;
  }

  Ground ground() {
    return ground;
  }

  /** The arithmetic of a hot spot, with the incidents and the blocks that it rests on. */
  Evidence evidence(int cell) {
    Hexagon middle = ground.cell(cell);
    Set<Hexagon> inside = new java.util.HashSet<>(middle.around());
    inside.add(middle);
    List<Shooting> here =
        window.stream()
            .filter(s -> s.placed() && inside.contains(ground.grid().at(s.lon(), s.lat())))
            .sorted(Comparator.comparingInt(Shooting::day).reversed())
            .toList();
    Set<String> named = here.stream().map(Shooting::block).collect(Collectors.toSet());
    List<UUID> ids = here.stream().map(Shooting::id).toList();
    return heat.evidence(cell)
        .on(
            ids,
            blocks.stream()
                .filter(block -> named.contains(block.block()))
                .sorted(
                    Comparator.comparingInt(BlockFinding::own)
                        .reversed()
                        .thenComparing(BlockFinding::block))
                .toList());
  }

  /** Everything else that is found. */
  Findings findings(
      Instant asOf,
      DayOfWeek weekStart,
      List<Integer> areas,
      Collection<IncidentFacts> facts,
      Coded coded,
      Assets assets,
      List<Alert> alertsBefore) {
    LocalDate weekEnd = ReviewWeek.holding(day.plusDays(1), weekStart).previous().lastDay();
    List<Shooting> year = since(day.minusDays(364));
    Density density = timed("density", () -> Density.of(ground, window, settings));
    List<Alert> alerts = timed("alerts", () -> Alerts.of(ground, year, epochDay(day), settings));
    KnoxFinding knox = timed("nearRepeats", () -> KnoxFinding.of(year, settings));
    List<AreaTrend> trends =
        timed("trends", () -> Trends.of(history, areas, epochDay(weekEnd), settings));
    BiFunction<Double, Double, List<NearbyAsset>> near =
        (lon, lat) -> assets.near(lon, lat, settings.themeMetres());
    List<Theme> themes =
        timed("themes", () -> Themes.of(facts, coded.all(), near, weekEnd, settings));
    List<Theme> guarded =
        timed("themes", () -> Themes.of(facts, coded.open(), near, weekEnd, settings));
    Mark mark =
        timed("mark", () -> SelfMark.of(ground, history, epochDay(weekEnd), settings)).orElse(null);
    int placed = (int) window.stream().filter(s -> ground.indexOf(s) >= 0).count();
    return new Findings(
        asOf,
        first(),
        day,
        weekEnd,
        ground.size(),
        (double) placed / ground.size(),
        window.size(),
        window.size() - placed,
        heat.significant(),
        settings.named(),
        density,
        blocks.stream().filter(b -> b.q() <= settings.q()).limit(BLOCKS_KEPT).toList(),
        alerts,
        retracted(alertsBefore, alerts),
        knox,
        trends,
        themes,
        guarded,
        mark,
        millis);
  }

  /** Raised before, over days that are still looked at, and no longer raised anywhere near. */
  private List<Alert> retracted(List<Alert> before, List<Alert> now) {
    LocalDate oldest = day.minusDays(settings.scanDays());
    return before.stream()
        .filter(Alert::raised)
        .filter(old -> old.to().isAfter(oldest))
        .filter(
            old ->
                now.stream()
                    .filter(Alert::raised)
                    .noneMatch(alert -> alert.ids().stream().anyMatch(old.ids()::contains)))
        .toList();
  }

  private List<Shooting> since(LocalDate from) {
    int first = epochDay(from);
    return history.stream().filter(s -> s.day() >= first).toList();
  }

  private <T> T timed(String part, Supplier<T> work) {
    long start = System.nanoTime();
    T done = course.part(part, work);
    millis.merge(part, (System.nanoTime() - start) / 1_000_000, Long::sum);
    return done;
  }

  private static int epochDay(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }
}
