package org.cscc.consent;

import java.security.SecureRandom;

/**
 * Tokens that stand for people: drawn at random, so that nothing can be computed back from them.
 */
final class Tokens {
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Tokens() {}

  /** A new token of twelve letters that are hard to mistake, such as {@code 7KQ2-M4XD-09TZ}. */
  static String next() {
    StringBuilder token = new StringBuilder();
    for (int letter = 0; letter < 12; letter++) {
      if (letter == 4 || letter == 8) {
        token.append('-');
      }
      token.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return token.toString();
  }

  /** Whether a text has the form of a token. */
  static boolean isToken(String text) {
    return text.matches("[" + LETTERS + "]{4}-[" + LETTERS + "]{4}-[" + LETTERS + "]{4}");
  }
}
