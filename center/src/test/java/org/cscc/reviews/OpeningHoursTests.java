package org.cscc.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.cscc.reviews.IncidentCard.Nearby;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTests {
  @ParameterizedTest
  @CsvSource({
    "08:00, 16:00, 08:00, open",
    "08:00, 16:00, 15:59, open",
    "08:00, 16:00, 16:00, closed",
    "08:00, 16:00, 07:59, closed",
    "18:00, 02:00, 23:30, open",
    "18:00, 02:00, 01:59, open",
    "18:00, 02:00, 02:00, closed",
    "18:00, 02:00, 12:00, closed"
  })
  void aPlaceIsOpenFromItsOpeningUntilItsClosing(
      LocalTime opens, LocalTime closes, LocalTime at, String said) {
    assertThat(new Nearby("LIBRARY", "Synthetic", 90, opens, closes).at(at)).isEqualTo(said);
  }

  @Test
  void withoutHoursOrATimeNothingIsSaidToBeOpen() {
    Nearby unknown = new Nearby("LIBRARY", "Synthetic", 90, null, null);
    assertThat(unknown.at(LocalTime.NOON)).isEqualTo("unknown");
    assertThat(new Nearby("PARK", "Synthetic", 90, LocalTime.of(6, 0), LocalTime.NOON).at(null))
        .isEqualTo("unknown");
  }
}
