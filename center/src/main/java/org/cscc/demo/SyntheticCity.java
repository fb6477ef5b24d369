package org.cscc.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.cscc.demo.CityEvent.Correction;
import org.cscc.demo.CityEvent.Kind;
import org.cscc.demo.CityEvent.Victim;
import org.cscc.demo.CityEvent.What;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;

/**
 * Makes the events of the synthetic city, of rules and a seed. Each day draws from its own numbers,
 * so that a longer run begins with exactly the events of a shorter one.
 *
 * @param otherCrimesADay crimes a day in which nobody is shot
 */
record SyntheticCity(long seed, CityBlocks blocks, double otherCrimesADay) {
  /** Victimizations a week over a whole year, as in Chicago from 2016 to 2020. */
  static final double VICTIMIZATIONS_A_WEEK = 65;

  /** Share of the people harmed who are killed. */
  static final double KILLED = 0.18;

  /** The feed is this far behind. */
  static final Duration LAG = Duration.ofDays(2);

  /** Share of shootings that set off another one near by within two weeks. */
  static final double SETS_OFF = 0.2;

  private static final double SHOTS_FIRED_A_DAY = 3.6;
  private static final double LATE = 0.04;

  private static final Draw<Integer> HARMED =
      new Draw<>(List.of(1, 2, 3, 4, 5), List.of(0.82, 0.12, 0.04, 0.012, 0.008));
  private static final double HARMED_ON_AVERAGE = 1.268;

  private static final Draw<String> AGES =
      new Draw<>(
          List.of("0-19", "20-29", "30-39", "40-49", "50-59", "60-69", "UNKNOWN"),
          List.of(0.17, 0.38, 0.24, 0.11, 0.06, 0.02, 0.02));

  private static final Draw<String> PLACES =
      new Draw<>(
          List.of(
              "STREET",
              "SIDEWALK",
              "ALLEY",
              "RESIDENCE",
              "APARTMENT",
              "PARKING LOT",
              "VEHICLE",
              "GAS STATION",
              "PARK PROPERTY",
              "SMALL RETAIL STORE",
              "VACANT LOT",
              "CTA BUS STOP",
              "SCHOOL, PUBLIC, GROUNDS"),
          List.of(0.42, 0.16, 0.08, 0.07, 0.06, 0.05, 0.05, 0.03, 0.02, 0.03, 0.01, 0.015, 0.005));

  /** All events from one day to another, both included, in the order in which they happened. */
  List<CityEvent> events(LocalDate from, LocalDate to) {
    List<CityEvent> all = new ArrayList<>();
    Map<LocalDate, List<DemoBlock>> setOff = new HashMap<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      List<DemoBlock> echoes = setOff.getOrDefault(day, List.of());
      all.addAll(new Day(day, numbersOf(day)).make(echoes, setOff));
      setOff.remove(day);
    }
    return all;
  }

  private SplittableRandom numbersOf(LocalDate day) {
    return new SplittableRandom(seed ^ (day.toEpochDay() * 0x9E3779B97F4A7C15L));
  }

  /** One day in the making. */
  private final class Day {
    private final LocalDate day;
    private final SplittableRandom random;
    private final List<CityEvent> made = new ArrayList<>();

    Day(LocalDate day, SplittableRandom random) {
      this.day = day;
      this.random = random;
    }

    List<CityEvent> make(List<DemoBlock> echoes, Map<LocalDate, List<DemoBlock>> setOff) {
      double rhythm = Rhythm.of(day);
      double shootings = VICTIMIZATIONS_A_WEEK / 7 / HARMED_ON_AVERAGE / (1 + SETS_OFF);
      for (int i = Draw.poisson(shootings * rhythm, random); i > 0; i--) {
        DemoBlock block = blocks.draw(random);
        add(Kind.SHOOTING, block);
        if (random.nextDouble() < SETS_OFF) {
          setOff
              .computeIfAbsent(day.plusDays(1 + random.nextInt(13)), d -> new ArrayList<>())
              .add(blocks.near(block, random));
        }
      }
      echoes.forEach(block -> add(Kind.SHOOTING, block));
      for (int i = Draw.poisson(SHOTS_FIRED_A_DAY * rhythm, random); i > 0; i--) {
        add(Kind.SHOTS_FIRED, blocks.draw(random));
      }
      for (int i = Draw.poisson(otherCrimesADay * rhythm, random); i > 0; i--) {
        add(Kind.OTHER, blocks.draw(random));
      }
      made.sort(Comparator.comparing(CityEvent::occurredAt).thenComparing(CityEvent::number));
      return made;
    }

    private void add(Kind kind, DemoBlock block) {
      LocalDateTime at = day.atTime(Rhythm.time(random));
      List<Victim> victims = kind == Kind.SHOOTING ? victims() : List.of();
      Instant published = at.atZone(ReviewWeek.CHICAGO).toInstant().plus(LAG);
      if (random.nextDouble() < LATE) {
        published = published.plus(Duration.ofHours(120 + random.nextInt(360)));
      }
      made.add(
          new CityEvent(
              kind,
              number(),
              at,
              block,
              PLACES.next(random),
              random.nextDouble() < 0.06,
              victims,
              published,
              kind == Kind.SHOOTING ? correction(block, victims, published) : null));
    }

    /** Two letters of the year and six digits, as the City writes them, but never the City's. */
    private String number() {
      char year = (char) ('A' + day.getYear() % 26);
      return String.format(Locale.ROOT, "Z%c%03d%03d", year, day.getDayOfYear(), made.size());
    }

    private List<Victim> victims() {
      List<Victim> victims = new ArrayList<>();
      for (int i = HARMED.next(random); i > 0; i--) {
        victims.add(
            new Victim(
                random.nextDouble() < KILLED,
                AGES.next(random),
                random.nextDouble() < 0.86 ? "M" : "F"));
      }
      return victims;
    }

    private @Nullable Correction correction(
        DemoBlock block, List<Victim> victims, Instant published) {
      Instant at = published.plus(Duration.ofHours(24 + random.nextInt(480)));
      double drawn = random.nextDouble();
      boolean survivors = victims.stream().anyMatch(victim -> !victim.killed());
      if (survivors && drawn < 0.03) {
        return new Correction(What.DIED, at, 0);
      }
      if (survivors && victims.size() == 1 && drawn < 0.04) {
        return new Correction(What.NO_GUNSHOT, at, 0);
      }
      return drawn > 0.985 ? new Correction(What.AREA, at, blocks.wrongArea(block)) : null;
    }
  }
}
