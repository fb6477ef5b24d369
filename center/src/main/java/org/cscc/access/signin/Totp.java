package org.cscc.access.signin;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that a phone shows: RFC 6238 with HMAC-SHA-1, steps of 30 seconds and six digits, which is
 * what every authenticator app knows.
 */
final class Totp {
  static final int STEP_SECONDS = 30;
  static final int DIGITS = 6;

  /** A phone's clock may be this many steps off, before or after. */
  private static final int DRIFT = 1;

  private Totp() {}

  /** The code of a step, with leading zeros. */
  static String code(byte[] secret, long step, int digits) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0x0f;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
      String code = Integer.toString(number % (int) Math.pow(10, digits));
      return "0".repeat(digits - code.length()) + code;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA-1", e);
    }
  }

  static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
  }

  /**
   * The step that a code belongs to.
   *
   * @param after a code of this step or an earlier one has been used, and no code counts twice
   */
  static OptionalLong stepOf(byte[] secret, String code, Instant now, long after) {
    String digits = code.replaceAll("\\D", "");
    long here = step(now);
    for (long step = here - DRIFT; step <= here + DRIFT; step++) {
      if (step > after && Secrets.same(code(secret, step, DIGITS), digits)) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }
}
