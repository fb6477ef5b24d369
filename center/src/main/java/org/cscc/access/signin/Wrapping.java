package org.cscc.access.signin;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * What changes when people reach the center by TLS: cookies that no other way carries, and a proxy
 * whose word about the way counts. Whether they do says the public address, not the request, so
 * that nobody talks the center out of it. See decision 0097.
 */
@Component
class Wrapping implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private final boolean tls;
  private final String proxies;

  Wrapping(
      @Value("${cscc.public-address}") String address,
      @Value("${cscc.trusted-proxies}") String proxies) {
    String scheme = URI.create(address).getScheme();
    this.tls = scheme != null && scheme.toLowerCase(Locale.ROOT).equals("https");
    this.proxies = proxies.strip();
  }

  /** Whether people reach the center by TLS. */
  boolean tls() {
    return tls;
  }

  /** The name of a cookie for every page: one that a browser takes from this host by TLS only. */
  String host(String name) {
    return tls ? "__Host-" + name : name;
  }

  /** The name of a cookie for some pages. */
  String secure(String name) {
    return tls ? "__Secure-" + name : name;
  }

  /** Takes the visitor's address and the way they came by from these proxies, and no one else. */
  @Override
  public void customize(TomcatServletWebServerFactory server) {
    if (proxies.isEmpty()) {
      return;
    }
    RemoteIpValve valve = new RemoteIpValve();
    valve.setInternalProxies(
        Arrays.stream(proxies.split(","))
            .map(String::strip)
            .map(Pattern::quote)
            .collect(Collectors.joining("|")));
    valve.setTrustedProxies("");
    valve.setRemoteIpHeader("X-Forwarded-For");
    valve.setProtocolHeader("X-Forwarded-Proto");
    server.addEngineValves(valve);
  }
}
