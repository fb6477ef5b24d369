package org.cscc.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cscc.home.HomeKind;
import org.cscc.home.HomeState;
import org.cscc.home.MovableClock;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The synthetic city of a demo home. Its feed comes in through the same door as a real one: a first
 * large file, then weekly files with what is new and what was corrected, each received when it
 * would have been. Every step can be done again, so a making that was killed is gone on with.
 */
@Component
class DemoCity {
  /** Where the demo's clock stands when the city has been made. */
  static final ZonedDateTime NOW =
      ZonedDateTime.of(LocalDate.of(2026, 11, 24), LocalTime.of(8, 0), ReviewWeek.CHICAGO);

  private static final Logger LOG = LoggerFactory.getLogger(DemoCity.class);
  private static final long SEED = 20261124;
  private static final LocalTime FEED_TIME = LocalTime.of(5, 0);

  private final HomeState home;
  private final MovableClock clock;
  private final CityRecord record;
  private final CityFeed feed;
  private final List<DemoPart> parts;

  /**
   * Makes the maker.
   *
   * @param parts in the order of their beans
   */
  DemoCity(
      HomeState home, MovableClock clock, CityRecord record, CityFeed feed, List<DemoPart> parts) {
    this.home = home;
    this.clock = clock;
    this.record = record;
    this.feed = feed;
    this.parts = List.copyOf(parts);
  }

  /** Whether this home has a city that was begun and not finished. */
  boolean unfinished() {
    return home.kind() == HomeKind.DEMO
        && !record.city().map(CityRecord.City::finished).orElse(false);
  }

  /**
   * Makes the city, or goes on with one that was begun.
   *
   * @param progress told what is being done, in words for a terminal
   * @throws Refused when the home holds real data or another city
   */
  synchronized void make(DemoScale scale, Consumer<String> progress) {
    if (home.claim(HomeKind.DEMO) != HomeKind.DEMO) {
      throw new Refused(Refused.Kind.CONFLICT, "R-DEMO-01", "demo.refused.real");
    }
    record.begin(SEED, scale);
    CityRecord.City city = record.city().orElseThrow();
    if (city.scale() != scale) {
      throw new Refused(Refused.Kind.CONFLICT, "R-DEMO-02", "demo.refused.other");
    }
    if (city.finished()) {
      progress.accept("The demo city is already there.");
      return;
    }
    progress.accept("Making the demo city. This is done once.");
    parts.forEach(part -> part.begin(city.seed()));
    bringInHistory(city, progress);
    clock.set(NOW.toInstant());
    parts.forEach(part -> part.onTheDay(NOW));
    record.finish();
  }

  private void bringInHistory(CityRecord.City city, Consumer<String> progress) {
    LocalDate first = firstDay(city.scale());
    List<CityEvent> events = feed.events(city, first, NOW.toLocalDate());
    Instant before = first.atStartOfDay(ReviewWeek.CHICAGO).toInstant();
    List<ZonedDateTime> files = weeklyFiles(city.scale());
    for (ZonedDateTime at : files) {
      if (at.equals(files.getLast())) {
        parts.forEach(part -> part.beforeTheLastFeed(NOW));
      }
      Instant until = at.toInstant();
      if (city.fedUntil() == null || until.isAfter(city.fedUntil())) {
        clock.set(until);
        long rows = feed.bringIn(events, before, until);
        progress.accept(at.toLocalDate() + ": " + rows + " rows of the city's feed");
        record.fed(until);
      }
      if (city.fedUntil() == null || !until.isBefore(city.fedUntil())) {
        parts.forEach(part -> part.afterTheFeedOf(at, NOW));
        parts.forEach(part -> part.packetsOf(at, NOW));
        parts.forEach(part -> part.afterThePacketsOf(at, NOW));
      }
      before = until;
    }
  }

  /** Brings in the days that have passed since the feed was last read. */
  synchronized void feedUntil(Instant now) {
    CityRecord.City city = record.city().orElse(null);
    if (city == null || !city.finished() || city.fedUntil() == null) {
      return;
    }
    Instant before = city.fedUntil();
    List<ZonedDateTime> mornings = morningsBetween(before, now);
    if (mornings.isEmpty()) {
      return;
    }
    List<CityEvent> events =
        feed.events(city, firstDay(city.scale()), mornings.getLast().toLocalDate());
    for (ZonedDateTime morning : mornings) {
      long rows = feed.bringIn(events, before, morning.toInstant());
      LOG.info("{}: {} rows of the city's feed", morning.toLocalDate(), rows);
      record.fed(morning.toInstant());
      before = morning.toInstant();
    }
  }

  private static List<ZonedDateTime> morningsBetween(Instant after, Instant until) {
    List<ZonedDateTime> mornings = new ArrayList<>();
    ZonedDateTime morning = after.atZone(ReviewWeek.CHICAGO).with(FEED_TIME);
    while (!morning.toInstant().isAfter(until)) {
      if (morning.toInstant().isAfter(after)) {
        mornings.add(morning);
      }
      morning = morning.plusDays(1);
    }
    return mornings;
  }

  private static LocalDate firstDay(DemoScale scale) {
    return NOW.toLocalDate().minusYears(scale.years());
  }

  /** The large first file, then one each Tuesday before the cut, up to now. */
  private static List<ZonedDateTime> weeklyFiles(DemoScale scale) {
    List<ZonedDateTime> files = new ArrayList<>();
    ZonedDateTime last =
        NOW.with(TemporalAdjusters.previousOrSame(DayOfWeek.TUESDAY)).with(FEED_TIME);
    for (int weeks = scale.weeksOfFiles(); weeks >= 0; weeks--) {
      files.add(last.minusWeeks(weeks));
    }
    return files;
  }
}
