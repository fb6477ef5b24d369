package org.cscc.access;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import org.cscc.kernel.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a password must be: long, and none that others are known to use. Which signs it is made of
 * is nobody's business.
 */
@Component
public class PasswordRule {
  static final int SHORTEST = 15;

  /** Longer ones add nothing, and a page is no place to send a book to. */
  private static final int LONGEST = 256;

  private final CommonPasswords common = new CommonPasswords();
  private final BreachedPasswords breached;

  PasswordRule(@Value("${cscc.sign-in.breached-passwords:}") String file) {
    this.breached = new BreachedPasswords(file.isBlank() ? null : Path.of(file));
  }

  /** A password as it is hashed: people can not see how their keyboard composes an accent. */
  public static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  /**
   * Refuses what can not be a password.
   *
   * @param name sign-in name of the account
   */
  public void check(String password, String name) {
    String normal = normal(password);
    int length = normal.codePointCount(0, normal.length());
    if (length < SHORTEST) {
      throw new Refused(Refused.Kind.INVALID, "R-ACCESS-06", "access.refused.password", SHORTEST);
    }
    if (length > LONGEST) {
      throw new Refused(
          Refused.Kind.INVALID, "R-SIGNIN-01", "access.refused.password-long", LONGEST);
    }
    String folded = normal.toLowerCase(Locale.ROOT);
    if (folded.replace(name.toLowerCase(Locale.ROOT), "").length() < 8 || common.holds(folded)) {
      throw new Refused(Refused.Kind.INVALID, "R-SIGNIN-02", "access.refused.password-common");
    }
    if (breached.holds(normal)) {
      throw new Refused(Refused.Kind.INVALID, "R-SIGNIN-03", "access.refused.password-breached");
    }
  }
}
