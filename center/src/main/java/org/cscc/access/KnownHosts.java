package org.cscc.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only under the center's own names: a foreign name in the Host header comes from somebody
 * who wants a link or a cache to carry it, or from a page elsewhere whose name was pointed at this
 * machine. A bare address and this machine's own name are always its own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class KnownHosts extends OncePerRequestFilter {
  private final Set<String> names = new HashSet<>();

  /**
   * @param address where people reach the center
   * @param more further names, with commas, such as the one by which a proxy calls it
   */
  KnownHosts(
      @Value("${cscc.public-address:}") String address, @Value("${cscc.host-names:}") String more) {
    Arrays.stream(more.split(",", -1)).map(KnownHosts::lower).forEach(names::add);
    String own = address.isBlank() ? null : URI.create(address).getHost();
    if (own != null) {
      names.add(lower(own));
    }
  }

  boolean knows(String host) {
    String name = lower(host);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.matches("[0-9.]+|\\[?[0-9a-f]*:[0-9a-f:.]*]?")
        || names.contains(name);
  }

  private static String lower(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (knows(request.getServerName())) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpStatus.MISDIRECTED_REQUEST.value());
    }
  }
}
