package org.cscc.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CountingTests {
  private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);

  private static Town town() {
    // Somebody killed and somebody shot in 2020, so that the records reach back.
    return new Town().incident(LocalDate.of(2020, 1, 1), 5, "", 1, 1);
  }

  @Test
  void aSpanHoldsItsFirstAndItsLastDay() {
    Profile profile =
        town()
            .shootings(SATURDAY, 5, 1)
            .shootings(SATURDAY.minusDays(6), 5, 1)
            .shootings(SATURDAY.minusDays(7), 5, 1)
            .shootings(SATURDAY.minusDays(13), 5, 1)
            .shootings(SATURDAY.minusDays(14), 5, 1)
            .shootings(SATURDAY.minusDays(27), 5, 1)
            .shootings(SATURDAY.minusDays(28), 5, 1)
            .shootings(SATURDAY.minusDays(364), 5, 1)
            .shootings(SATURDAY.minusDays(365), 5, 1)
            .shootings(SATURDAY.plusDays(1), 5, 1)
            .profile(SATURDAY, Town.area(5));
    Numbers numbers = profile.numbers();
    assertThat(numbers.of(Span.WEEK).all().count()).isEqualTo(2);
    assertThat(numbers.of(Span.WEEK).from()).isEqualTo(LocalDate.of(2026, 11, 15));
    assertThat(numbers.of(Span.PREVIOUS_WEEK).all().count()).isEqualTo(2);
    assertThat(numbers.of(Span.FOUR_WEEKS).all().count()).isEqualTo(6);
    assertThat(numbers.of(Span.YEAR).all().count()).isEqualTo(8);
  }

  @Test
  void killedAndInjuredAreKeptApartAndAddUp() {
    Numbers numbers =
        town().incident(SATURDAY, 5, "", 1, 2).profile(SATURDAY, Town.area(5)).numbers();
    SpanCount week = numbers.week();
    assertThat(week.all().count()).isEqualTo(3);
    assertThat(week.killed().count()).isEqualTo(1);
    assertThat(week.injured().count()).isEqualTo(2);
    assertThat(numbers.incidents()).isEqualTo(1);
  }

  @Test
  void otherAreasDoNotCountButTheCityDoes() {
    Profile profile =
        town()
            .shootings(SATURDAY, 5, 2)
            .shootings(SATURDAY, 6, 3)
            .shootings(SATURDAY, Located.UNKNOWN, 4)
            .profile(SATURDAY, Town.area(5));
    assertThat(profile.numbers().week().all().count()).isEqualTo(2);
    assertThat(profile.city().week().all().count()).isEqualTo(9);
  }

  @Test
  void onALeapDayTheYearSoFarEndsOnTwentyEighthOfFebruaryInOtherYears() {
    LocalDate leapDay = LocalDate.of(2024, 2, 29);
    Town town = town();
    for (int year = 2021; year <= 2024; year++) {
      town.shootings(LocalDate.of(year, 2, 28), 5, 1).shootings(LocalDate.of(year, 3, 1), 5, 10);
    }
    town.shootings(leapDay, 5, 1);
    YearSoFar soFar = town.profile(leapDay, Town.area(5)).numbers().yearSoFar().getFirst();
    assertThat(soFar.now().count()).isEqualTo(2);
    assertThat(soFar.earlier()).extracting(YearSoFar.Year::year).containsExactly(2023, 2022, 2021);
    assertThat(soFar.earlier()).extracting(YearSoFar.Year::count).containsExactly(1, 1, 1);
    assertThat(soFar.threeYearMean()).isEqualTo(1);
  }

  @Test
  void aYearBeforeTheRecordsIsAbsentAndNotZero() {
    Town young = new Town().incident(LocalDate.of(2025, 6, 1), 5, "", 1, 1);
    Numbers numbers = young.shootings(SATURDAY, 5, 9).profile(SATURDAY, Town.area(5)).numbers();
    YearSoFar soFar = numbers.yearSoFar().getFirst();
    assertThat(soFar.earlier()).isEmpty();
    assertThat(soFar.threeYearMean()).isNull();
    assertThat(soFar.change()).isEqualTo(Judgement.NOT_COVERED);
    assertThat(numbers.of(Span.YEAR).all().judgement()).isEqualTo(Judgement.NOT_COVERED);
    // The same weeks of November 2025 are covered, so the week has something to stand against.
    assertThat(numbers.week().all().judgement()).isEqualTo(Judgement.MORE_THAN_USUAL);
  }

  @Test
  void whenOnlyOneKindOfHarmReachesFarBackTheOtherDoesNotLookLikeZero() {
    Town killedOnly = new Town().incident(LocalDate.of(2015, 1, 1), 5, "", 1, 0);
    Numbers numbers =
        killedOnly
            .incident(LocalDate.of(2026, 1, 1), 5, "", 0, 1)
            .shootings(SATURDAY, 5, 6)
            .profile(SATURDAY, Town.area(5))
            .numbers();
    assertThat(numbers.week().killed().usual()).isNotNull();
    assertThat(numbers.week().injured().judgement()).isEqualTo(Judgement.NOT_COVERED);
    assertThat(numbers.week().all().judgement()).isEqualTo(Judgement.NOT_COVERED);
  }

  @Test
  void aWeekIsHeldAgainstTheSameFiveWeeksOfThreeYears() {
    Town town = town();
    for (int years = 1; years <= 3; years++) {
      for (int weeks = -3; weeks <= 3; weeks++) {
        town.shootings(SATURDAY.minusDays(364L * years + 7L * weeks), 5, 4);
      }
    }
    UsualBand usual =
        Objects.requireNonNull(town.profile(SATURDAY, Town.area(5)).numbers().week().all().usual());
    assertThat(usual.windows()).isEqualTo(15);
    assertThat(usual.mean()).isEqualTo(4);
  }

  @Test
  void theWeeklySeriesEndsWithTheWeekAndHasFiftyTwo() {
    Profile profile = town().shootings(SATURDAY, 5, 3).profile(SATURDAY, Town.area(5));
    assertThat(profile.weeks()).hasSize(52);
    assertThat(profile.weeks().getLast().lastDay()).isEqualTo(SATURDAY);
    assertThat(profile.weeks().getLast().injured()).isEqualTo(3);
    assertThat(profile.weeks().getFirst().lastDay()).isEqualTo(SATURDAY.minusWeeks(51));
  }

  @Test
  void nobodyHarmedIsAZeroAndNotAnError() {
    Profile profile = new Town().profile(SATURDAY, Town.area(5));
    assertThat(profile.numbers().week().all().count()).isZero();
    assertThat(profile.numbers().week().all().judgement()).isEqualTo(Judgement.NOT_COVERED);
    assertThat(profile.blocks()).isEmpty();
    assertThat(profile.windows()).isEmpty();
    assertThat(profile.hours28().n()).isZero();
  }
}
