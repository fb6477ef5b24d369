package org.cscc.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import java.util.function.Supplier;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.home.MovableClock;
import org.cscc.weekend.WeekendRehearsal;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The demo's last weekend, with its plan and its flash, and what is known of the next one. */
@Component
@Order(120)
class DemoWeekend implements DemoPart {
  private static final int LAWNDALE = 29;
  private static final int GARFIELD = 26;
  private static final int AUSTIN = 25;

  private final WeekendRehearsal weekends;
  private final Accounts accounts;
  private final Access access;
  private final MovableClock clock;

  DemoWeekend(WeekendRehearsal weekends, Accounts accounts, Access access, MovableClock clock) {
    this.weekends = weekends;
    this.accounts = accounts;
    this.access = access;
    this.clock = clock;
  }

  /** Plays from the Thursday of last week on. Done once. */
  @Override
  public void onTheDay(ZonedDateTime now) {
    if (weekends.played()) {
      return;
    }
    LocalDate friday =
        now.toLocalDate().minusDays(3).with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY));
    past(now.with(friday), friday);
    ahead(friday.plusWeeks(1));
    clock.set(now.toInstant());
  }

  private void past(ZonedDateTime noon, LocalDate friday) {
    clock.set(noon.minusDays(1).with(LocalTime.of(15, 0)).toInstant());
    UUID vigil =
        as(
            "representative",
            () ->
                weekends.add(
                    "VIGIL",
                    LAWNDALE,
                    "3500 W Roosevelt Rd",
                    friday.plusDays(1),
                    LocalTime.of(18, 0),
                    2,
                    "CDPH",
                    "Candles on the sidewalk; the bus stop stays free"));
    as(
        "facilitator",
        () ->
            weekends.add(
                "WEATHER",
                null,
                "Whole city",
                friday,
                LocalTime.of(18, 0),
                40,
                null,
                "Unusually warm for November"));
    UUID market =
        as(
            "facilitator",
            () ->
                weekends.add(
                    "FESTIVAL",
                    GARFIELD,
                    "Garfield Park, east lawn",
                    friday.plusDays(2),
                    LocalTime.of(11, 0),
                    6,
                    "PARKS",
                    ""));
    clock.set(noon.with(LocalTime.of(12, 30)).toInstant());
    as(
        "facilitator",
        () -> {
          weekends.publish();
          return vigil;
        });
    clock.set(noon.plusDays(1).with(LocalTime.of(9, 0)).toInstant());
    as(
        "facilitator",
        () -> {
          weekends.cancel(market, "The lawn is under water");
          return market;
        });
    clock.set(noon.plusDays(3).with(LocalTime.of(7, 2)).toInstant());
    weekends.tick();
  }

  private void ahead(LocalDate friday) {
    as(
        "representative",
        () ->
            weekends.add(
                "SAFE_SPACE",
                LAWNDALE,
                "Branch library, 3300 W 13th Pl",
                friday,
                LocalTime.of(16, 0),
                5,
                "CPL",
                "Open for young people after the holiday"));
    as(
        "coordinator",
        () ->
            weekends.add(
                "FUNERAL",
                AUSTIN,
                "5600 W Madison St",
                friday.plusDays(1),
                LocalTime.of(10, 0),
                3,
                "CDPH",
                "The street is narrow; parking on the south side"));
  }

  @Override
  public void remove() {
    weekends.removeAll();
  }

  private UUID as(String name, Supplier<UUID> work) {
    return access.speakingFor(accounts.byName(name), work);
  }
}
