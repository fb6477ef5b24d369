package org.cscc.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.cscc.analysis.InvalidInput.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values from SciPy's poisson, binom and gamma, summed by the rule of poisson.test. */
class PoissonTests {

  @ParameterizedTest
  @CsvSource({"0,0,3.688879454113936", "1,0.02531780798428988,5.571643390938898"})
  void garwoodIntervalOfSmallCounts(long count, double lower, double upper) {
    PoissonInterval interval = PoissonInterval.garwood(count);
    assertThat(interval.lower()).isCloseTo(lower, within(1e-12));
    assertThat(interval.upper()).isCloseTo(upper, within(1e-12));
  }

  @Test
  void intervalOfARateIsDividedByTheExposure() {
    PoissonInterval interval = PoissonInterval.garwood(10, 4, 0.95);
    assertThat(interval.rate()).isEqualTo(2.5);
    assertThat(interval.lower()).isCloseTo(4.7953886961324335 / 4, within(1e-9));
    assertThat(interval.upper()).isCloseTo(18.39035604201778 / 4, within(1e-9));
    assertThat(interval.provenance().n()).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({
    "7,3.2,0.04461910095530102",
    "0,4,0.03967907337671834",
    "12,20.5,0.05984780485089036",
    "30,19,0.015723224557127678",
    "5,5,1",
    "0,0,1",
    "3,0,0",
  })
  void exactTestAgainstAKnownMean(long count, double mean, double p) {
    assertThat(PoissonTest.againstMean(count, mean).p()).isCloseTo(p, within(1e-12));
  }

  @Test
  void twoWindowsAgreeWithThePublishedExampleOfPoissonTest() {
    PoissonTest.TwoWindows test = PoissonTest.twoWindows(21, 3011, 11, 800);
    assertThat(test.rateRatio()).isCloseTo(1.971488, within(1e-6));
    assertThat(test.lower()).isCloseTo(0.8584264, within(1e-6));
    assertThat(test.upper()).isCloseTo(4.2772659, within(1e-6));
    assertThat(test.p()).isCloseTo(0.0796686330333295, within(1e-12));
    assertThat(test.clear()).isFalse();
  }

  @Test
  void twoEmptyWindowsShowNoChangeAndNoRatio() {
    PoissonTest.TwoWindows test = PoissonTest.twoWindows(0, 0);
    assertThat(test.p()).isEqualTo(1);
    assertThat(test.rateRatio()).isNaN();
  }

  @Test
  void swappingTheWindowsInvertsTheRatioAndKeepsTheP() {
    PoissonTest.TwoWindows there = PoissonTest.twoWindows(100, 80);
    PoissonTest.TwoWindows back = PoissonTest.twoWindows(80, 100);
    assertThat(there.p())
        .isCloseTo(back.p(), within(1e-12))
        .isCloseTo(0.15653146957815167, within(1e-12));
    assertThat(there.lower() * back.upper()).isCloseTo(1, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"60,3,11,31", "0,3,0,2", "5,1,0,14", "300,3,78,124"})
  void usualRangeHoldsTheCountsThatTheEarlierYearsDoNotRuleOut(
      long sum, int years, long lower, long upper) {
    long[] earlier = new long[years];
    earlier[0] = sum;
    UsualRange range = UsualRange.from(earlier);
    assertThat(range.lower()).isEqualTo(lower);
    assertThat(range.upper()).isEqualTo(upper);
    if (lower > 0) {
      assertThat(range.position(lower - 1)).isEqualTo(UsualRange.Position.BELOW);
    }
    assertThat(range.position(upper)).isEqualTo(UsualRange.Position.WITHIN);
    assertThat(range.position(upper + 1)).isEqualTo(UsualRange.Position.ABOVE);
  }

  @Test
  void weeklyChangeBelowThreeIsNoClearChange() {
    assertThat(WindowChange.between(4, 9).verdict())
        .isEqualTo(WindowChange.Verdict.NO_CLEAR_CHANGE);
    assertThat(WindowChange.between(4, 9).z()).isEqualTo(2);
    assertThat(WindowChange.between(1, 9).verdict()).isEqualTo(WindowChange.Verdict.CLEAR_RISE);
    assertThat(WindowChange.between(9, 0).verdict()).isEqualTo(WindowChange.Verdict.CLEAR_FALL);
  }

  @Test
  void illegalInputIsRefusedByName() {
    refused(() -> PoissonInterval.garwood(-1), Reason.NEGATIVE);
    refused(() -> PoissonInterval.garwood(1, Double.NaN, 0.95), Reason.NOT_FINITE);
    refused(() -> PoissonInterval.garwood(1, 1, 1), Reason.OUT_OF_RANGE);
    refused(() -> PoissonTest.againstMean(1, Double.NaN), Reason.NOT_FINITE);
    refused(() -> PoissonTest.againstMean(1, -1), Reason.NEGATIVE);
    refused(() -> UsualRange.from(), Reason.EMPTY);
    refused(() -> WindowChange.between(-1, 0), Reason.NEGATIVE);
  }

  static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, Reason reason) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
