package org.cscc.access.signin;

import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The name that passkeys are made for, which is the host of the center's public address. Browsers
 * take no numbers for a name. At {@code localhost}, for a demo, the port is that of the request.
 */
@Component
class PasskeyPlace {
  private static final String HERE = "localhost";

  private final URI address;

  PasskeyPlace(@Value("${cscc.public-address}") String address) {
    this.address = URI.create(address);
  }

  /** Whether passkeys can be made and shown here. */
  boolean fit(HttpServletRequest request) {
    return !name().matches("[0-9.]+|.*:.*")
        && (!name().equals(HERE) || request.getServerName().equals(HERE));
  }

  String name() {
    String host = address.getHost();
    return host == null ? "" : host;
  }

  /** What an answer must have been given to. */
  ServerProperty expects(HttpServletRequest request, byte[] challenge) {
    return ServerProperty.builder()
        .origin(origin(request))
        .rpId(name())
        .challenge(new DefaultChallenge(challenge))
        .build();
  }

  private Origin origin(HttpServletRequest request) {
    return name().equals(HERE)
        ? Origin.create(request.getScheme() + "://" + HERE + ":" + request.getServerPort())
        : Origin.create(address.getScheme() + "://" + address.getAuthority());
  }
}
