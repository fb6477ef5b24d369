package org.cscc.access;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jsoup.Jsoup;

/**
 * The authenticator app of a {@link Visitor}: reads the secret as text from the page and computes
 * codes by itself, without the program's own code.
 *
 * @param recoveryCodes what the page has shown once
 */
public record Phone(String secret, List<String> recoveryCodes) {
  private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /** Sets up a phone on the page that asks for it. */
  public static Phone enrol(Visitor visitor) {
    String secret = visitor.page("/access/second-factor").select("code.secret").text();
    Phone phone = new Phone(secret, List.of());
    HttpResponse<String> answer = phone.first(visitor);
    if (answer.statusCode() == 422) {
      // The half minute ended between reading the clock and being asked: the code was two steps
      // old.
      answer = phone.first(visitor);
    }
    List<String> codes = Jsoup.parse(answer.body()).select("ul.secret code").eachText();
    if (codes.isEmpty()) {
      throw new IllegalStateException("The phone was not taken: " + answer.statusCode());
    }
    return new Phone(secret, codes);
  }

  /** Shows the code of the step before, so that a test may use the one of now at once. */
  private HttpResponse<String> first(Visitor visitor) {
    return visitor.post("/access/second-factor", Map.of("code", code(-1)));
  }

  /** The code that it shows now, or some steps of half a minute later. */
  public String code(int later) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(bytes(), "HmacSHA1"));
      long step = Instant.now().getEpochSecond() / 30 + later;
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      int at = hash[19] & 15;
      int number = ByteBuffer.wrap(hash, at, 4).getInt() & Integer.MAX_VALUE;
      return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] bytes() {
    StringBuilder bits = new StringBuilder();
    for (char sign : secret.replace(" ", "").toCharArray()) {
      String five = Integer.toBinaryString(32 + SIGNS.indexOf(sign));
      bits.append(five, 1, 6);
    }
    byte[] bytes = new byte[bits.length() / 8];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
    }
    return bytes;
  }
}
