package org.cscc.kernel;

import java.security.SecureRandom;
import java.util.Locale;

/** Codes that people can say on the telephone: short, drawn at random, without meaning. */
public final class SpokenCode {
  /** Without I, L, O and U, which are misheard or misread. */
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final SecureRandom RANDOM = new SecureRandom();

  private SpokenCode() {}

  /** A new one. */
  public static String next() {
    StringBuilder code = new StringBuilder();
    for (int letter = 0; letter < 8; letter++) {
      if (letter == 4) {
        code.append('-');
      }
      code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return code.toString();
  }

  /** A code as people write it. */
  public static String normal(String written) {
    return written.strip().toUpperCase(Locale.ROOT);
  }
}
