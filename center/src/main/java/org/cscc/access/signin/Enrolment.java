package org.cscc.access.signin;

import io.nayuki.qrcodegen.QrCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.cscc.access.SignedIn;

/**
 * What a phone needs to begin showing codes: a new secret, as text to type and as a square to point
 * the camera at. The secret lies in the session until the phone has shown its first code.
 */
final class Enrolment {
  private static final int SECRET_BYTES = 20;
  private static final int QUIET_ZONE = 4;

  private final byte[] secret;
  private final String name;

  private Enrolment(byte[] secret, String name) {
    this.secret = secret;
    this.name = name;
  }

  static Enrolment of(HttpServletRequest request, SignedIn account) {
    HttpSession session = request.getSession();
    if (session.getAttribute(SecondFactorPage.NEW_SECRET) instanceof byte[] waiting) {
      return new Enrolment(waiting, account.name());
    }
    byte[] fresh = Secrets.bytes(SECRET_BYTES);
    session.setAttribute(SecondFactorPage.NEW_SECRET, fresh);
    return new Enrolment(fresh, account.name());
  }

  byte[] secret() {
    return secret.clone();
  }

  /** In groups of four, as people type it. */
  public String getText() {
    return Base32.encode(secret).replaceAll("(.{4})(?!$)", "$1 ");
  }

  /** The address that authenticator apps read from the square. */
  public String getAddress() {
    return "otpauth://totp/CSCC:"
        + URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "?secret="
        + Base32.encode(secret)
        + "&issuer=CSCC";
  }

  /** Width and height of the square with its margin, in modules. */
  public int getSize() {
    return square().size + 2 * QUIET_ZONE;
  }

  /** The dark modules of the square as one SVG path. */
  public String getPath() {
    QrCode square = square();
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < square.size; y++) {
      for (int x = 0; x < square.size; x++) {
        if (square.getModule(x, y)) {
          path.append('M').append(x + QUIET_ZONE).append(',').append(y + QUIET_ZONE);
          path.append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }

  private QrCode square() {
    return QrCode.encodeText(getAddress(), QrCode.Ecc.MEDIUM);
  }
}
