package org.cscc.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class StepTests {
  @Test
  void hoursDaysAndWeeksAreRead() {
    assertThat(new Step().convert("12h")).isEqualTo(Duration.ofHours(12));
    assertThat(new Step().convert(" 7D")).isEqualTo(Duration.ofDays(7));
    assertThat(new Step().convert("2w")).isEqualTo(Duration.ofDays(14));
  }

  @Test
  void anythingElseIsAnsweredWithHowToWriteIt() {
    for (String text : new String[] {"", "7", "-7d", "7 months", "12345d"}) {
      assertThatThrownBy(() -> new Step().convert(text))
          .isInstanceOf(TypeConversionException.class)
          .hasMessageContaining("Write 12h, 7d or 2w");
    }
  }
}
