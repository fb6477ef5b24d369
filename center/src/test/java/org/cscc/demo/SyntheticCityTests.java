package org.cscc.demo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cscc.demo.CityEvent.Kind;
import org.cscc.demo.CityEvent.Victim;
import org.cscc.kernel.ReviewWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The synthetic city has the sizes of the real one, and is the same every time. */
class SyntheticCityTests {
  private static final LocalDate FROM = LocalDate.of(2023, 11, 25);
  private static final LocalDate TO = LocalDate.of(2026, 11, 24);
  private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");
  private static final List<CityEvent> SHOOTINGS =
      DemoCities.small(7).events(FROM, TO).stream()
          .filter(event -> event.kind() == Kind.SHOOTING)
          .toList();

  @TempDir Path directory;

  @Test
  void aboutSixtyFivePeopleAreHarmedInAWeekAndAFifthOfThemKilled() {
    double weeks = (TO.toEpochDay() - FROM.toEpochDay() + 1) / 7.0;
    List<Victim> harmed = SHOOTINGS.stream().flatMap(e -> e.victims(END).stream()).toList();
    double killed = harmed.stream().filter(Victim::killed).count();
    assertThat(harmed.size() / weeks).isBetween(60.0, 70.0);
    assertThat(killed / harmed.size()).isBetween(0.175, 0.225);
  }

  @Test
  void aboutSevenInTenAreHarmedInTheFifteenAreas() {
    double inside =
        SHOOTINGS.stream().filter(e -> DemoCities.PRIORITY.contains(e.block().area())).count();
    assertThat(inside / SHOOTINGS.size()).isCloseTo(0.70, within(0.04));
  }

  @Test
  void summerToWinterIsAsSixteenToSix() {
    double summer = inMonth(Month.JULY);
    double winter = inMonth(Month.JANUARY);
    assertThat(summer / winter).isBetween(1.9, 3.3);
  }

  @Test
  void moreHappensInTheEveningAndAtTheWeekend() {
    long evening = SHOOTINGS.stream().filter(this::inTheEvening).count();
    assertThat(evening / 8.0).isGreaterThan(1.5 * (SHOOTINGS.size() - evening) / 16.0);
    long weekend =
        SHOOTINGS.stream().filter(e -> e.occurredAt().getDayOfWeek().getValue() >= 6).count();
    assertThat(weekend / 2.0).isGreaterThan(1.3 * (SHOOTINGS.size() - weekend) / 5.0);
  }

  @Test
  void shootingsFollowNearByWithinTwoWeeksMoreOftenThanAYearLater() {
    long soon = pairs(1, 14);
    long later = pairs(352, 365);
    assertThat(soon).isGreaterThan(later * 3 / 2);
  }

  @Test
  void fewBlocksCarryMuchOfItYearAfterYear() {
    assertThat(busiest(2024)).isNotEmpty();
    var both = busiest(2024).stream().filter(busiest(2025)::contains).toList();
    assertThat(both.size()).isGreaterThan(busiest(2024).size() / 4);
  }

  @Test
  void someAreCorrectedAndSomeComeLate() {
    double corrected = SHOOTINGS.stream().filter(e -> e.correction() != null).count();
    assertThat(corrected / SHOOTINGS.size()).isBetween(0.03, 0.08);
    double late =
        SHOOTINGS.stream()
            .filter(
                e ->
                    e.occurredAt()
                        .atZone(ReviewWeek.CHICAGO)
                        .toInstant()
                        .plus(SyntheticCity.LAG)
                        .isBefore(e.publishedAt()))
            .count();
    assertThat(late / SHOOTINGS.size()).isBetween(0.02, 0.06);
  }

  @Test
  void theSameSeedWritesTheSameFilesAndAnotherSeedOthers() throws Exception {
    assertThat(hash(7)).isEqualTo(hash(7)).isNotEqualTo(hash(8));
  }

  @Test
  void aLongerRunBeginsWithTheEventsOfAShorterOne() {
    List<CityEvent> shorter = DemoCities.small(7).events(FROM, FROM.plusDays(60));
    List<CityEvent> longer = DemoCities.small(7).events(FROM, FROM.plusDays(90));
    assertThat(longer.subList(0, shorter.size())).isEqualTo(shorter);
  }

  @Test
  void everyEventHasANumberOfItsOwn() {
    List<CityEvent> all = DemoCities.small(7).events(FROM, TO);
    assertThat(all.stream().map(CityEvent::number).collect(toSet())).hasSameSizeAs(all);
  }

  private boolean inTheEvening(CityEvent event) {
    int hour = event.occurredAt().getHour();
    return hour >= 19 || hour < 3;
  }

  private double inMonth(Month month) {
    return SHOOTINGS.stream().filter(e -> e.occurredAt().getMonth() == month).count();
  }

  private static long pairs(int fromDays, int toDays) {
    long pairs = 0;
    for (CityEvent a : SHOOTINGS) {
      for (CityEvent b : SHOOTINGS) {
        long days =
            b.occurredAt().toLocalDate().toEpochDay() - a.occurredAt().toLocalDate().toEpochDay();
        if (days >= fromDays
            && days <= toDays
            && StreetGrid.metres(a.block().lon(), a.block().lat(), b.block().lon(), b.block().lat())
                <= 200) {
          pairs++;
        }
      }
    }
    return pairs;
  }

  private static List<String> busiest(int year) {
    return SHOOTINGS.stream()
        .filter(e -> e.occurredAt().getYear() == year)
        .collect(Collectors.groupingBy(e -> e.block().name(), Collectors.counting()))
        .entrySet()
        .stream()
        .filter(block -> block.getValue() >= 6)
        .map(Map.Entry::getKey)
        .toList();
  }

  private String hash(long seed) throws Exception {
    List<CityEvent> events = DemoCities.small(seed).events(FROM, FROM.plusDays(120));
    List<Path> files = new ArrayList<>();
    FeedFiles feed = new FeedFiles(number -> "AREA " + number);
    files.add(directory.resolve("victims.csv"));
    feed.victims(files.getLast(), events, END);
    files.add(directory.resolve("crimes.csv"));
    feed.crimes(files.getLast(), events, END);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Path file : files) {
      digest.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
