package org.cscc.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.cscc.kernel.When;
import org.junit.jupiter.api.Test;

class WhenTests {
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-11-24T14:00:00Z"), ZoneOffset.UTC);

  private static When in(String language) throws IOException {
    return new When(new LanguageConfiguration().messageSource(), NOW, Locale.of(language));
  }

  @Test
  void aMomentIsToldOnChicagosClockWithoutTheYearOneLivesIn() throws IOException {
    ZonedDateTime at = Instant.parse("2026-11-24T21:00:00Z").atZone(ZoneOffset.UTC);
    assertThat(in("en").moment(at)).isEqualTo("Tue, Nov 24, 3:00 pm");
    assertThat(in("es").moment(at)).isEqualTo("mar 24 de nov, 15:00");
  }

  @Test
  void anotherYearIsNamed() throws IOException {
    assertThat(in("en").date(LocalDate.of(2025, 11, 24))).isEqualTo("Mon, Nov 24, 2025");
    assertThat(in("en").date(LocalDate.of(2026, 11, 24))).isEqualTo("Tue, Nov 24");
  }

  @Test
  void whatIsKeptForLongNamesItsYear() throws IOException {
    assertThat(in("en").dated(LocalDate.of(2026, 11, 21))).isEqualTo("Sat, Nov 21, 2026");
  }
}
