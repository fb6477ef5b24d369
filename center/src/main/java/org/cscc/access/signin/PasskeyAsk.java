package org.cscc.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cscc.access.SignedIn;

/**
 * What a page asks the browser for: an answer to a challenge that lies in the session until one
 * answer came, whatever it was.
 *
 * @param place name that passkeys are made for
 * @param challenge random bytes, in base64url
 * @param person the account's id as bytes, in base64url; empty when nobody is known yet
 * @param name sign-in name, for the browser's own list
 * @param shown how the pages call the person
 * @param known passkeys that are there already, in base64url
 */
record PasskeyAsk(
    String place, String challenge, String person, String name, String shown, List<String> known) {
  private static final String CHALLENGE = "cscc.passkey-challenge";
  private static final int BYTES = 32;

  static PasskeyAsk who(PasskeyPlace place, HttpServletRequest request) {
    return new PasskeyAsk(place.name(), challenge(request), "", "", "", List.of());
  }

  static PasskeyAsk make(
      PasskeyPlace place, HttpServletRequest request, SignedIn account, List<byte[]> known) {
    return new PasskeyAsk(
        place.name(),
        challenge(request),
        text(bytes(account.id())),
        account.name(),
        account.displayName(),
        known.stream().map(PasskeyAsk::text).toList());
  }

  private static String challenge(HttpServletRequest request) {
    HttpSession session = request.getSession();
    if (session.getAttribute(CHALLENGE) instanceof byte[] waiting) {
      return text(waiting);
    }
    byte[] fresh = Secrets.bytes(BYTES);
    session.setAttribute(CHALLENGE, fresh);
    return text(fresh);
  }

  /** The challenge that an answer is for; it counts for this answer only. */
  static Optional<byte[]> take(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(CHALLENGE) instanceof byte[] waiting)) {
      return Optional.empty();
    }
    session.removeAttribute(CHALLENGE);
    return Optional.of(waiting);
  }

  static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
