package org.cscc.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.cscc.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The password a new account begins with.
 *
 * @param text the password
 * @param generated whether we made it, so that it must be shown once
 */
record FirstPassword(String text, boolean generated) {
  /** Without letters and digits that people mistake for one another. */
  private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

  @Override
  public String toString() {
    return "(a password)";
  }

  /** The first line of the file, or a new one of four groups of five, about 99 bits. */
  static FirstPassword from(@Nullable Path file, PasswordRule rule, String name) {
    if (file == null) {
      return new FirstPassword(generate(), true);
    }
    try (var lines = Files.lines(file)) {
      String first = lines.findFirst().orElse("").strip();
      rule.check(first, name);
      return new FirstPassword(first, false);
    } catch (IOException e) {
      throw new Refused(
          Refused.Kind.INVALID, "R-ACCESS-07", "access.refused.password-file", file.toString());
    }
  }

  private static String generate() {
    SecureRandom random = new SecureRandom();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      if (i > 0 && i % 5 == 0) {
        text.append('-');
      }
      text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return text.toString();
  }
}
