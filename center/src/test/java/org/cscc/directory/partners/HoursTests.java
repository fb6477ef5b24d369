package org.cscc.directory.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MO-FR 9:00-17:00 | 5 | MO-FR 09:00-17:00",
        "mo,we 09:00-12:00; mo 13:00-15:30 | 3 | MO 09:00-12:00; MO 13:00-15:30; WE 09:00-12:00",
        "SA-MO 00:00-23:59 | 3 | MO 00:00-23:59; SA-SU 00:00-23:59",
        "'' | 0 | ''"
      })
  void hoursAreReadAndWrittenBack(String typed, int openings, String written) {
    List<Opening> read = Hours.read(typed).orElseThrow();
    assertThat(read).hasSize(openings);
    assertThat(Hours.write(read)).isEqualTo(written);
    assertThat(Hours.read(Hours.write(read))).contains(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "always",
        "MO 9-17",
        "MO 17:00-09:00",
        "MO 09:00-09:00",
        "MO 25:00-26:00",
        "XX 09:00-10:00",
        "MO- 09:00-10:00",
        "MO 09:00-10:00, TU"
      })
  void whatIsNoHourIsNotGuessed(String typed) {
    assertThat(Hours.read(typed)).isEmpty();
  }
}
