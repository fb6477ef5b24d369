package org.cscc.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedTests {
  /** 15 earlier weeks of four people each. */
  private static final long[] FOUR_A_WEEK = {4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4};

  @ParameterizedTest
  @CsvSource({
    "0, NO_CLEAR_CHANGE", // below the range, but chance does that in more than 5 of 100
    "1, WITHIN_USUAL",
    "4, WITHIN_USUAL",
    "8, WITHIN_USUAL",
    "10, MORE_THAN_USUAL",
    "20, MORE_THAN_USUAL"
  })
  void wordsFollowTheRangeAndTheExactTest(int count, Judgement expected) {
    Counted counted = Counted.against(count, FOUR_A_WEEK);
    assertThat(counted.judgement()).isEqualTo(expected);
    assertThat(counted.usual()).isNotNull();
  }

  @Test
  void whatStandsOutIsOutsideTheRangeAndHasAPBelowFivePercent() {
    for (int count = 0; count < 40; count++) {
      Counted counted = Counted.against(count, FOUR_A_WEEK);
      UsualBand usual = Objects.requireNonNull(counted.usual());
      boolean outside = count < usual.lower() || count > usual.upper();
      double p = Objects.requireNonNull(counted.p());
      assertThat(counted.judgement().standsOut()).as("%s", count).isEqualTo(outside && p < 0.05);
    }
  }

  @Test
  void fewerThanFiveEventsInAllAreTooFewToJudge() {
    assertThat(Counted.against(2, new long[] {1, 0, 1}).judgement()).isEqualTo(Judgement.TOO_FEW);
    assertThat(Counted.against(2, new long[] {1, 0, 1}).p()).isNull();
    assertThat(Counted.against(5, new long[] {0, 0, 0}).judgement())
        .isNotEqualTo(Judgement.TOO_FEW);
  }

  @Test
  void withoutEarlierYearsNothingIsClaimed() {
    Counted counted = Counted.against(7, new long[0]);
    assertThat(counted.judgement()).isEqualTo(Judgement.NOT_COVERED);
    assertThat(counted.usual()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, TOO_FEW",
    "2, 3, NO_CLEAR_CHANGE",
    "4, 9, NO_CLEAR_CHANGE",
    "1, 7, CLEAR_RISE",
    "7, 1, CLEAR_FALL",
    "0, 5, CLEAR_RISE"
  })
  void twoWeeksDifferClearlyFromThreeOn(int before, int after, Judgement expected) {
    assertThat(Change.between(Span.WEEK, before, after).judgement()).isEqualTo(expected);
  }

  @Test
  void aPIsSaidWithoutFalsePrecision() {
    assertThat(Judgement.saidP(0.0312)).isEqualTo("= 0.031");
    assertThat(Judgement.saidP(0.00004)).isEqualTo("< 0.001");
    assertThat(Judgement.saidP(null)).isEmpty();
  }
}
