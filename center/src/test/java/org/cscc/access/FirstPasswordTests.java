package org.cscc.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.cscc.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstPasswordTests {
  private static final PasswordRule RULE = new PasswordRule("");

  @TempDir Path directory;

  @Test
  void withoutAFileItIsMadeAndNeverTheSameTwice() {
    FirstPassword first = FirstPassword.from(null, RULE, "ana");
    assertThat(first.generated()).isTrue();
    assertThat(first.text()).hasSize(23).isNotEqualTo(FirstPassword.from(null, RULE, "ana").text());
    assertThat(first.toString()).doesNotContain(first.text());
  }

  @Test
  void theFirstLineOfAFileIsTaken() throws Exception {
    Path file = Files.writeString(directory.resolve("p"), "four words in a row\nnot this\n");
    assertThat(FirstPassword.from(file, RULE, "ana"))
        .isEqualTo(new FirstPassword("four words in a row", false));
  }

  @Test
  void aShortOneIsRefusedByR_ACCESS_06AndAMissingFileByR_ACCESS_07() throws Exception {
    Path file = Files.writeString(directory.resolve("p"), "fourteen signs\n");
    assertThatThrownBy(() -> FirstPassword.from(file, RULE, "ana"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("R-ACCESS-06");
    assertThatThrownBy(() -> FirstPassword.from(directory.resolve("none"), RULE, "ana"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("R-ACCESS-07");
  }
}
