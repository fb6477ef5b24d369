package org.cscc.access.signin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.cscc.access.SignedIn;
import org.cscc.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The phones that show codes, and the recovery codes for the day the phone is gone. */
@Component
class SecondFactors {
  private static final int RECOVERY_CODES = 10;

  private final JdbcClient jdbc;
  private final SecretSeal seal;
  private final RealTime time;
  private final Attempts attempts;
  private final TransactionTemplate transaction;

  SecondFactors(
      JdbcClient jdbc,
      SecretSeal seal,
      RealTime time,
      Attempts attempts,
      TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.time = time;
    this.attempts = attempts;
    this.transaction = transaction;
  }

  private record Phone(String sealed, long lastStep) {}

  boolean enrolled(UUID account) {
    return phone(account).isPresent();
  }

  /** How many recovery codes are left. */
  int recoveryCodes(UUID account) {
    return jdbc.sql(
            "select count(*) from access.recovery_code where account_id = ? and used_at is null")
        .param(account)
        .query((row, number) -> row.getInt(1))
        .single();
  }

  private Optional<Phone> phone(UUID account) {
    return jdbc.sql("select secret, last_step from access.authenticator where account_id = ?")
        .param(account)
        .query((row, number) -> new Phone(row.getString("secret"), row.getLong("last_step")))
        .optional();
  }

  /**
   * Takes a phone that has shown its first right code; one that was there before counts no more.
   *
   * @return new recovery codes, to be shown once
   * @throws Refused when the code is not the secret's
   */
  List<String> enrol(SignedIn account, byte[] secret, String code) {
    OptionalLong step = Totp.stepOf(secret, code, time.now(), 0);
    if (step.isEmpty()) {
      throw wrong();
    }
    List<String> codes =
        Stream.generate(SecondFactors::recoveryCode).limit(RECOVERY_CODES).toList();
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql(
                  """
                  insert into access.authenticator (account_id, secret, last_step, enrolled_at)
                  values (?, ?, ?, ?)
                  on conflict (account_id) do update set secret = excluded.secret,
                    last_step = excluded.last_step, enrolled_at = excluded.enrolled_at
                  """)
              .params(account.id(), seal.seal(secret, account.id()), step.getAsLong(), time.utc())
              .update();
          jdbc.sql("delete from access.recovery_code where account_id = ?")
              .param(account.id())
              .update();
          for (String one : codes) {
            jdbc.sql("insert into access.recovery_code (account_id, sha256) values (?, ?)")
                .params(account.id(), Secrets.sha256(folded(one)))
                .update();
          }
        });
    return codes;
  }

  /**
   * Checks a code of the phone or a recovery code. Each counts once, and guessing is slowed down as
   * it is for passwords.
   *
   * @throws Refused when it is neither
   */
  void check(SignedIn account, String code) {
    Attempts.Turn turn =
        attempts
            .next("code of " + account.id(), null)
            .orElseThrow(
                () -> new Refused(Refused.Kind.CONFLICT, "R-SIGNIN-05", "access.refused.slow"));
    Patience.hold(turn.delay());
    if (!isPhones(account.id(), code) && !isRecovery(account.id(), code)) {
      throw wrong();
    }
    attempts.succeeded(turn);
  }

  private boolean isPhones(UUID account, String code) {
    return phone(account)
        .map(phone -> counted(account, seal.open(phone.sealed(), account), phone, code))
        .orElse(false);
  }

  /** The step is taken in the statement, so that of two requests with one code one is refused. */
  private boolean counted(UUID account, byte[] secret, Phone phone, String code) {
    OptionalLong step = Totp.stepOf(secret, code, time.now(), phone.lastStep());
    return step.isPresent()
        && jdbc.sql(
                    """
                    update access.authenticator set last_step = ?
                    where account_id = ? and last_step < ?
                    """)
                .params(step.getAsLong(), account, step.getAsLong())
                .update()
            == 1;
  }

  private boolean isRecovery(UUID account, String code) {
    return jdbc.sql(
                """
                update access.recovery_code set used_at = ?
                where account_id = ? and sha256 = ? and used_at is null
                """)
            .params(time.utc(), account, Secrets.sha256(folded(code)))
            .update()
        == 1;
  }

  private static Refused wrong() {
    return new Refused(Refused.Kind.INVALID, "R-SIGNIN-07", "access.refused.code");
  }

  /** 120 random bits in six groups: enough that a plain hash keeps them. */
  private static String recoveryCode() {
    return Base32.encode(Secrets.bytes(15))
        .toLowerCase(Locale.ROOT)
        .replaceAll("(.{4})(?!$)", "$1-");
  }

  private static String folded(String code) {
    return code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
