package org.cscc.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.analysis.PoissonTests.refused;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.cscc.analysis.InvalidInput.Reason;
import org.junit.jupiter.api.Test;

class CountsTests {
  private static final int[] DAILY =
      IntStream.rangeClosed(day(2020, 1, 1), day(2024, 12, 31)).toArray();

  @Test
  void rollingWindowsHoldBothTheirEnds() {
    RollingCounts counts = RollingCounts.endingOn(day(2024, 3, 1), DAILY);
    assertThat(counts.last7()).isEqualTo(7);
    assertThat(counts.last28()).isEqualTo(28);
    assertThat(counts.last365()).isEqualTo(365);
  }

  @Test
  void severalEventsOnTheEdgeDayAllCount() {
    int[] days = {9, 10, 10, 10, 16, 16, 17};
    assertThat(RollingCounts.endingOn(16, days).last7()).isEqualTo(5);
    assertThat(RollingCounts.between(days, 10, 10)).isEqualTo(3);
    assertThat(RollingCounts.between(days, 17, 16)).isZero();
    assertThat(RollingCounts.between(new int[0], 0, 9)).isZero();
  }

  @Test
  void yearToDateOnALeapDayEndsEarlierYearsOnTheTwentyEighth() {
    YearToDate ytd = ytd(LocalDate.of(2024, 2, 29), LocalDate.of(2020, 1, 1));
    assertThat(ytd.count()).isEqualTo(60);
    assertThat(ytd.earlier()).extracting(YearToDate.Year::days).containsExactly(59, 59, 59);
    assertThat(ytd.threeYearMean()).hasValue(59);
    assertThat(ytd.change().orElseThrow().p()).isEqualTo(1);
  }

  @Test
  void aYearThatTheDataDoesNotCoverIsAbsentAndNotZero() {
    YearToDate ytd = ytd(LocalDate.of(2022, 6, 30), LocalDate.of(2020, 1, 2));
    assertThat(ytd.earlier()).extracting(YearToDate.Year::year).containsExactly(2021);
    assertThat(ytd.threeYearMean()).isEmpty();
    assertThat(ytd.usual()).isEmpty();
    assertThat(ytd.change()).isPresent();
  }

  @Test
  void anUnknownHourIsCountedApart() {
    HourByWeekday table = HourByWeekday.of(new int[] {1, 1, 7, 7}, new int[] {0, 0, 23, -1});
    assertThat(table.count(DayOfWeek.MONDAY, 0)).isEqualTo(2);
    assertThat(table.count(DayOfWeek.SUNDAY)).isEqualTo(1);
    assertThat(table.count(23)).isEqualTo(1);
    assertThat(table.largest()).isEqualTo(2);
    assertThat(table.unknown()).isEqualTo(1);
    assertThat(table.provenance().n()).isEqualTo(4);
  }

  @Test
  void illegalInputIsRefusedByName() {
    refused(() -> RollingCounts.endingOn(0, new int[] {2, 1}), Reason.NOT_SORTED);
    refused(() -> HourByWeekday.of(new int[] {1}, new int[0]), Reason.LENGTH_MISMATCH);
    refused(() -> HourByWeekday.of(new int[] {0}, new int[] {1}), Reason.OUT_OF_RANGE);
    refused(() -> HourByWeekday.of(new int[] {1}, new int[] {24}), Reason.OUT_OF_RANGE);
    refused(() -> Concentration.of(new int[0]), Reason.EMPTY);
    refused(() -> Concentration.of(new int[] {0, 0}), Reason.EMPTY);
    refused(() -> Concentration.of(new int[] {1, -1}), Reason.NEGATIVE);
  }

  @Test
  void everyCautionHasAKeyAndASentence() {
    for (Caution caution : Caution.values()) {
      assertThat(caution.key()).startsWith("analysis.caution.").doesNotContain("_");
      assertThat(caution.sentence()).endsWith(".");
    }
  }

  @Test
  void equalPlacesAreNotConcentratedAndOnePlaceHoldsAll() {
    assertThat(Concentration.of(new int[] {3, 3, 3}).gini()).isZero();
    Concentration one = Concentration.of(new int[] {0, 0, 8, 0});
    assertThat(one.gini()).isEqualTo(0.75);
    assertThat(one.placesFor50()).isEqualTo(1);
    assertThat(one.shareFor25()).isEqualTo(0.25);
  }

  @Test
  void fewEventsSpreadOutAreNotConcentratedBeyondScarcity() {
    Concentration spread = Concentration.of(new int[] {1, 1, 0, 0, 0, 0, 0, 0});
    assertThat(spread.gini()).isEqualTo(0.75);
    assertThat(spread.generalisedGini()).isZero();
  }

  @Test
  void concentrationAgreesWithTheReference() {
    for (String name : List.of("pai-toy", "pai-chicago-2017")) {
      ReferenceCase reference = ReferenceCase.named(name);
      Concentration got = Concentration.of(reference.integers("input_cells.csv", "obs"));
      var expected = reference.json("expected.json");
      reference.agree("gini", expected.get("gini").asDouble(), got.gini(), 1e-10);
      double general = expected.get("generalised_gini").asDouble();
      reference.agree("generalised_gini", general, got.generalisedGini(), 1e-10);
      int cells25 = expected.get("cells_for_25pct").asInt();
      reference.agree("cells_for_25pct", cells25, got.placesFor25(), 0);
      int cells50 = expected.get("cells_for_50pct").asInt();
      reference.agree("cells_for_50pct", cells50, got.placesFor50(), 0);
    }
  }

  private static YearToDate ytd(LocalDate day, LocalDate coveredFrom) {
    return YearToDate.of(day, DAILY, coveredFrom);
  }

  private static int day(int year, int month, int day) {
    return Math.toIntExact(LocalDate.of(year, month, day).toEpochDay());
  }
}
