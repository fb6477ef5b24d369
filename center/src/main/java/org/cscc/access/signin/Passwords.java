package org.cscc.access.signin;

import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.PasswordRule;
import org.cscc.access.SignedIn;
import org.cscc.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes passwords. */
@Component
class Passwords implements UserDetailsPasswordService {
  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final PasswordEncoder encoder;
  private final PasswordRule rule;
  private final Attempts attempts;
  private final TransactionTemplate transaction;

  Passwords(
      JdbcClient jdbc,
      Accounts accounts,
      PasswordEncoder encoder,
      PasswordRule rule,
      Attempts attempts,
      TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.encoder = encoder;
    this.rule = rule;
    this.attempts = attempts;
    this.transaction = transaction;
  }

  /**
   * Changes the password of somebody who is signed in; every other session of theirs ends.
   *
   * @param keep the session that goes on
   * @throws Refused when the present password is wrong or the new one can not be one
   */
  void change(SignedIn account, String present, String wanted, UUID keep) {
    check(account, present);
    rule.check(wanted, account.name());
    String encoded = encoder.encode(wanted);
    transaction.executeWithoutResult(
        status -> {
          store(account.name(), encoded);
          jdbc.sql("delete from access.session where account_id = ? and id <> ?")
              .params(account.id(), keep)
              .update();
        });
  }

  /**
   * Checks the password of somebody who is signed in, each attempt in its turn.
   *
   * @throws Refused when it is wrong
   */
  void check(SignedIn account, String present) {
    Attempts.Turn turn =
        attempts
            .next("password of " + account.id(), null)
            .orElseThrow(
                () -> new Refused(Refused.Kind.CONFLICT, "R-SIGNIN-05", "access.refused.slow"));
    Patience.hold(turn.delay());
    if (!encoder.matches(present, account.passwordHash())) {
      throw new Refused(Refused.Kind.INVALID, "R-SIGNIN-04", "access.refused.present");
    }
    attempts.succeeded(turn);
  }

  private void store(String name, @Nullable String encoded) {
    jdbc.sql("update access.account set password_hash = ? where name = ?")
        .param(encoded)
        .param(name)
        .update();
  }

  /** Stores the same password under stronger parameters, after a sign-in with it. */
  @Override
  public UserDetails updatePassword(UserDetails account, @Nullable String encoded) {
    store(account.getUsername(), encoded);
    return accounts.byName(account.getUsername());
  }
}
