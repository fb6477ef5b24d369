package org.cscc.access.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Browsers in which a person has signed in before. This proves nothing about who sits there; it
 * only keeps a stranger's guessing from slowing down the person.
 */
@Component
class KnownBrowsers {
  static final String COOKIE = "cscc-browser";
  private static final Duration LIFE = Duration.ofDays(180);

  private final JdbcClient jdbc;
  private final RealTime time;
  private final Wrapping wrapping;

  KnownBrowsers(JdbcClient jdbc, RealTime time, Wrapping wrapping) {
    this.wrapping = wrapping;
    this.jdbc = jdbc;
    this.time = time;
  }

  /** The browser's own secret. */
  @Nullable String secret(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, wrapping.secure(COOKIE));
    return cookie == null || cookie.getValue().length() > 100 ? null : cookie.getValue();
  }

  /** Whether somebody with the name has signed in there. */
  boolean knows(@Nullable String secret, String name) {
    return secret != null
        && jdbc.sql(
                """
                select exists (select 1 from access.known_browser b
                  join access.account a on a.id = b.account_id
                  where b.secret = ? and a.name = ? and b.seen_at > ?)
                """)
            .params(
                Secrets.sha256(secret),
                name.strip().toLowerCase(Locale.ROOT),
                time.utc().minus(LIFE))
            .query(Boolean.class)
            .single();
  }

  /** Notes that the account has been signed in to from this browser. */
  void note(HttpServletRequest request, HttpServletResponse response, UUID account) {
    String known = secret(request);
    String secret = known == null ? Secrets.token() : known;
    jdbc.sql(
            """
            insert into access.known_browser (secret, account_id, seen_at) values (?, ?, ?)
            on conflict (secret, account_id) do update set seen_at = excluded.seen_at
            """)
        .params(Secrets.sha256(secret), account, time.utc())
        .update();
    if (known == null) {
      response.addHeader(
          HttpHeaders.SET_COOKIE,
          ResponseCookie.from(wrapping.secure(COOKIE), secret)
              .httpOnly(true)
              .secure(wrapping.tls())
              .sameSite("Lax")
              .path("/access")
              .maxAge(LIFE)
              .build()
              .toString());
    }
  }
}
