package org.cscc.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.stereotype.Component;

/**
 * Bearer tokens for programs. A token is shown once; only its SHA-256 is kept, which is enough for
 * 32 random bytes.
 */
@Component
public class Tokens implements OpaqueTokenIntrospector {
  private static final Duration LIFE = Duration.ofDays(30);
  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final Clock clock;

  Tokens(JdbcClient jdbc, Accounts accounts, Clock clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * A new token for an account; the caller shows it and forgets it.
   *
   * @param acknowledged whether whoever gets it has been shown what the center keeps to; that word
   *     holds for this token alone
   */
  String issue(String accountName, boolean acknowledged) {
    return issue(accounts.byName(accountName), LIFE, acknowledged);
  }

  /**
   * A new token for somebody who has shown who they are in another way.
   *
   * @param life how long it is good
   */
  public String issue(SignedIn account, Duration life) {
    return issue(account, life, false);
  }

  private String issue(SignedIn account, Duration life, boolean acknowledged) {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    String token = "cscc_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    OffsetDateTime now = now();
    jdbc.sql("delete from access.api_token where account_id = ? and expires_at < ?")
        .params(account.id(), now)
        .update();
    jdbc.sql(
            """
            insert into access.api_token
              (id, account_id, sha256, created_at, expires_at, acknowledged)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(UUID.randomUUID(), account.id(), sha256(token), now, now.plus(life), acknowledged)
        .update();
    return token;
  }

  @Override
  public OAuth2AuthenticatedPrincipal introspect(String token) {
    return jdbc.sql(
            """
            select a.name,
                   case when t.acknowledged then t.expires_at end as acknowledged_until
            from access.api_token t join access.account a on a.id = t.account_id
            where t.sha256 = ? and t.revoked_at is null and t.expires_at > ?
              and a.disabled_at is null
            """)
        .params(sha256(token), now())
        .query(
            (row, number) ->
                accounts
                    .byName(row.getString("name"))
                    .acknowledgedAlso(row.getObject("acknowledged_until", OffsetDateTime.class)))
        .optional()
        .orElseThrow(() -> new BadOpaqueTokenException("The token is unknown or has expired."));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static byte[] sha256(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
