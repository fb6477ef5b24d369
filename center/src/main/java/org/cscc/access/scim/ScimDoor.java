package org.cscc.access.scim;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.cscc.access.Program;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The door of the City's directory: one secret of its own, no session, no cookie. Without a secret
 * there is nothing behind it.
 */
@Configuration(proxyBeanMethods = false)
class ScimDoor {
  private static final int SHORTEST = 32;

  @Bean
  @Order(0)
  SecurityFilterChain scim(
      HttpSecurity http, AuditTrail trail, @Value("${cscc.scim.token}") String token)
      throws Exception {
    if (!token.isEmpty() && token.length() < SHORTEST) {
      throw new IllegalStateException(
          "CSCC_SCIM_TOKEN is shorter than "
              + SHORTEST
              + " signs. openssl rand -hex 32 makes one.");
    }
    return http.securityMatcher("/scim/**")
        .csrf(csrf -> csrf.disable())
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .logout(out -> out.disable())
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .addFilterBefore(new Secret(token, trail), AuthorizationFilter.class)
        .build();
  }

  /** Lets in who knows the secret. */
  private static final class Secret extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final byte[] expected;
    private final AuditTrail trail;

    Secret(String token, AuditTrail trail) {
      this.expected = token.getBytes(StandardCharsets.UTF_8);
      this.trail = trail;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      if (expected.length == 0) {
        ScimError.NOT_THERE.write(response);
        return;
      }
      String header = request.getHeader("Authorization");
      String given = header != null && header.startsWith(BEARER) ? header.substring(7) : "";
      if (!MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected)) {
        trail.note(AuditNote.of(Deed.REFUSE, "scim", "-", 1));
        response.setHeader("WWW-Authenticate", "Bearer");
        ScimError.NOT_KNOWN.write(response);
        return;
      }
      SecurityContextHolder.setContext(
          new SecurityContextImpl(
              UsernamePasswordAuthenticationToken.authenticated(
                  new Program("scim"), null, List.of())));
      chain.doFilter(request, response);
    }
  }
}
