package org.cscc.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeSet;
import org.cscc.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which passwords are refused, and by which rule. */
class PasswordRuleTests {
  private static final int LISTED = 50_000;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "passwordpassword",
        "password12345678",
        "aaaaaaaaaaaaaaaa",
        "abcabcabcabcabcabc",
        "1234567890123456",
        "qwertyuiopasdfgh",
        "hgfdsapoiuytrewq",
        "ChicagoBulls2026",
        "Violence-Center-2026",
        "welcome welcome 1",
        "iloveyou iloveyou!",
        "anamaria-anamaria"
      })
  void easyOnesAreRefusedByR_SIGNIN_02(String password) {
    refuses(new PasswordRule(""), password, "R-SIGNIN-02");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "turnip lantern cobalt vestibule",
        "correcthorsebatterystaple",
        "áéíóú ñandú güero 月",
        "xK2-pQ9-mN4-vB7-zz",
        "mi abuela siembra chiles rojos"
      })
  void longOnesOfAnyMakingAreTaken(String password) {
    assertThatCode(() -> new PasswordRule("").check(password, "anamaria"))
        .doesNotThrowAnyException();
  }

  @Test
  void lengthIsCountedInSignsThatPeopleSee() {
    refuses(new PasswordRule(""), "\ud83c\udf36x".repeat(7), "R-ACCESS-06");
    refuses(new PasswordRule(""), "turnip lantern ".repeat(20), "R-SIGNIN-01");
  }

  @Test
  void everyLineOfASortedListIsFoundAndNothingElseByR_SIGNIN_03() throws Exception {
    Path list = list("\n");
    BreachedPasswords breached = new BreachedPasswords(list);
    for (int i = 0; i < LISTED; i++) {
      assertThat(breached.holds("password number " + i)).as("line of %s", i).isTrue();
    }
    for (int i = LISTED; i < LISTED + 5_000; i++) {
      assertThat(breached.holds("password number " + i)).isFalse();
    }
    refuses(new PasswordRule(list.toString()), "password number 77", "R-SIGNIN-03");
    assertThat(new BreachedPasswords(list("\r\n")).holds("password number 4711")).isTrue();
  }

  @Test
  void aListThatIsNamedAndMissingStopsTheProgram() {
    assertThatThrownBy(() -> new PasswordRule(directory.resolve("none").toString()))
        .hasMessageContaining("cscc.sign-in.breached-passwords");
  }

  private Path list(String lineEnd) throws Exception {
    TreeSet<String> hashes = new TreeSet<>();
    for (int i = 0; i < LISTED; i++) {
      byte[] sha1 =
          MessageDigest.getInstance("SHA-1")
              .digest(("password number " + i).getBytes(StandardCharsets.UTF_8));
      hashes.add(HexFormat.of().withUpperCase().formatHex(sha1));
    }
    Path file = directory.resolve("breached.txt");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      int count = 0;
      for (String hash : hashes) {
        out.write(hash + ":" + ++count + lineEnd);
      }
    }
    return file;
  }

  private static void refuses(PasswordRule rule, String password, String by) {
    assertThatThrownBy(() -> rule.check(password, "anamaria"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(by);
  }
}
