package org.cscc.access.signin;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.PasswordRule;
import org.cscc.access.SignedIn;
import org.cscc.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links that let somebody choose a password once: for a new account, or for one whose password or
 * phone is lost. Whoever holds the link is taken for the person, so it is handed over in person.
 */
@Component
class Invitations {
  static final Duration LIFE = Duration.ofDays(3);

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final PasswordRule rule;
  private final PasswordEncoder encoder;
  private final RealTime time;
  private final TransactionTemplate transaction;

  Invitations(
      JdbcClient jdbc,
      Accounts accounts,
      PasswordRule rule,
      PasswordEncoder encoder,
      RealTime time,
      TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.rule = rule;
    this.encoder = encoder;
    this.time = time;
    this.transaction = transaction;
  }

  /**
   * A new link for an account; the ones before it count no more.
   *
   * @return the secret at the end of the link, which is kept as SHA-256 only
   */
  String make(String name) {
    SignedIn account = accounts.byName(name);
    String secret = Secrets.token();
    OffsetDateTime now = time.utc();
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("delete from access.invitation where account_id = ?")
              .param(account.id())
              .update();
          jdbc.sql(
                  """
                  insert into access.invitation (sha256, account_id, created_at, expires_at)
                  values (?, ?, ?, ?)
                  """)
              .params(Secrets.sha256(secret), account.id(), now, now.plus(LIFE))
              .update();
        });
    return secret;
  }

  /**
   * An account as an invitation knows it.
   *
   * @param name sign-in name
   */
  record Invited(UUID id, String name) {}

  /**
   * Whose link this is.
   *
   * @throws Refused when it is unknown, used or over: one answer for all three
   */
  Invited of(String secret) {
    return jdbc.sql(
            """
            select a.id, a.name from access.invitation i
            join access.account a on a.id = i.account_id
            where i.sha256 = ? and i.expires_at > ? and a.disabled_at is null
            """)
        .params(Secrets.sha256(secret), time.utc())
        .query((row, number) -> new Invited(row.getObject("id", UUID.class), row.getString("name")))
        .optional()
        .orElseThrow(Invitations::unknown);
  }

  /**
   * Sets the password. The phone and the recovery codes of before count no more, and every session
   * ends: the link may have been asked for because somebody else has them.
   *
   * @throws Refused when the link or the password can not be taken
   */
  void accept(String secret, String password) {
    Invited invited = of(secret);
    rule.check(password, invited.name());
    String encoded = encoder.encode(password);
    transaction.executeWithoutResult(
        status -> {
          // Of two that come at once, one finds the row.
          if (jdbc.sql("delete from access.invitation where sha256 = ?")
                  .param(Secrets.sha256(secret))
                  .update()
              == 0) {
            throw unknown();
          }
          jdbc.sql("update access.account set password_hash = ? where id = ?")
              .param(encoded)
              .param(invited.id())
              .update();
          forget(invited.id());
        });
  }

  private void forget(UUID account) {
    jdbc.sql("delete from access.authenticator where account_id = ?").param(account).update();
    jdbc.sql("delete from access.recovery_code where account_id = ?").param(account).update();
    jdbc.sql("delete from access.passkey where account_id = ?").param(account).update();
    jdbc.sql("delete from access.known_browser where account_id = ?").param(account).update();
    jdbc.sql("delete from access.session where account_id = ?").param(account).update();
  }

  private static Refused unknown() {
    return new Refused(Refused.Kind.NOT_FOUND, "R-SIGNIN-08", "access.refused.invitation");
  }
}
