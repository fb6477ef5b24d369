package org.cscc.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A share is told with the interval of Wilson, and as counts only when it rests on too few. */
class ShareTests {
  /** The middle row by hand: (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), z = 1.96. */
  @ParameterizedTest
  @CsvSource({
    "0, 8, 0, 0, 32",
    "6, 6, 100, 61, 100",
    "5, 7, 71, 36, 92",
    "50, 100, 50, 40, 60",
  })
  void theIntervalIsWilsons(int of, int n, int percent, int low, int high) {
    assertThat(Share.of(of, n, 5)).isEqualTo(new Share(of, n, percent, low, high));
  }

  @Test
  void fiveEventsOrFewerThanTheSmallestGiveNoPercentage() {
    assertThat(Share.of(2, 4, 5).percent()).isNull();
    assertThat(Share.of(0, 0, 0).percent()).isNull();
  }

  @Test
  void moreThanTheWholeIsNoShare() {
    assertThatThrownBy(() -> Share.of(3, 2, 5)).isInstanceOf(IllegalArgumentException.class);
  }
}
