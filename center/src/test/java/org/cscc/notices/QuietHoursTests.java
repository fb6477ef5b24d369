package org.cscc.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTests {
  @ParameterizedTest
  @CsvSource({
    "22:00, 07:00, 2026-11-24T21:59:00-06:00, 2026-11-24T21:59:00-06:00, before them",
    "22:00, 07:00, 2026-11-24T22:00:00-06:00, 2026-11-25T07:00:00-06:00, in the evening",
    "22:00, 07:00, 2026-11-25T03:00:00-06:00, 2026-11-25T07:00:00-06:00, in the night",
    "22:00, 07:00, 2026-11-25T07:00:00-06:00, 2026-11-25T07:00:00-06:00, when they are over",
    "22:00, 07:00, 2026-10-31T23:00:00-05:00, 2026-11-01T07:00:00-06:00, when the clocks go back",
    "12:00, 13:00, 2026-11-24T12:30:00-06:00, 2026-11-24T13:00:00-06:00, at noon",
  })
  void nothingIsSentInQuietHours(
      LocalTime from, LocalTime until, OffsetDateTime written, OffsetDateTime sent, String why) {
    Preference wish = new Preference(Channel.MAIL, "a@city.example", "en", from, until);
    assertThat(wish.soonest(written.toInstant())).as(why).isEqualTo(sent.toInstant());
  }

  @Test
  void aNoticeTakesNoTextThatSomebodyWrote() {
    for (String word : List.of("two\nlines", "<b>", "x".repeat(81), "who?!", "mail@city.example")) {
      assertThatThrownBy(() -> new Notice("k", "ana", List.of(word), "/actions", false, null))
          .as(word)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new Notice("k", "ana", List.of(), "https://x.example", false, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noSentenceOfANoticeTellsOfHarm() throws IOException {
    List<String> harm =
        List.of(
            "kill",
            "shot",
            "shoot",
            "victim",
            "homicide",
            "injur",
            "harm",
            "dead",
            "death",
            "muert",
            "mató",
            "herid",
            "dispar",
            "tirote",
            "víctima",
            "homicidio",
            "falleci");
    int sentences = 0;
    try (var files = Files.list(Path.of("src/main/resources/messages"))) {
      for (Path file : files.toList()) {
        for (String line : Files.readAllLines(file)) {
          if (line.matches("[a-z]+\\.notice\\.[^=]*\\.(subject|text)=.*")) {
            sentences++;
            String sentence = line.substring(line.indexOf('=')).toLowerCase(Locale.ROOT);
            assertThat(harm).as(line).noneMatch(sentence::contains);
          }
        }
      }
    }
    assertThat(sentences).isGreaterThan(3);
  }
}
