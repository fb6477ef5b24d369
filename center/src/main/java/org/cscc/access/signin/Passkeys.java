package org.cscc.access.signin;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.server.ServerProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cscc.access.SignedIn;
import org.cscc.access.SignedInRow;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Refused;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passkeys (WebAuthn): made for this center, unlocked by the person with a finger, a face or a
 * number, so that one is two factors. Which maker's device it is, is not asked.
 */
@Component
class Passkeys {
  private static final int MOST = 10;
  private static final List<PublicKeyCredentialParameters> KINDS =
      Stream.of(
              COSEAlgorithmIdentifier.ES256,
              COSEAlgorithmIdentifier.EdDSA,
              COSEAlgorithmIdentifier.RS256)
          .map(kind -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, kind))
          .toList();

  private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager();
  private final AttestedCredentialDataConverter bytes =
      new AttestedCredentialDataConverter(new ObjectConverter());
  private final JdbcClient jdbc;
  private final AuditTrail trail;
  private final RealTime time;

  Passkeys(JdbcClient jdbc, AuditTrail trail, RealTime time) {
    this.jdbc = jdbc;
    this.trail = trail;
    this.time = time;
  }

  /** Those of an account, the oldest first. */
  List<Passkey> of(UUID account) {
    return jdbc.sql(
            """
            select id, device, backed_up, enrolled_at, last_used_at from access.passkey
            where account_id = ? order by enrolled_at, id
            """)
        .param(account)
        .query(DataClassRowMapper.newInstance(Passkey.class))
        .list();
  }

  boolean any(UUID account) {
    return jdbc.sql("select exists (select from access.passkey where account_id = ?)")
        .param(account)
        .query(Boolean.class)
        .single();
  }

  /** What devices call those of an account, so that none is made twice on one device. */
  List<byte[]> credentials(UUID account) {
    return jdbc.sql("select credential from access.passkey where account_id = ?")
        .param(account)
        .query((row, number) -> row.getBytes("credential"))
        .list();
  }

  /**
   * Takes a passkey that a device has just made for the account.
   *
   * @param answer what the browser said, as JSON
   * @throws Refused R-SIGNIN-12 when it is not what was asked for, R-SIGNIN-13 when there are
   *     enough
   */
  @Transactional
  public void enrol(SignedIn account, String answer, ServerProperty expected, String device) {
    if (of(account.id()).size() >= MOST) {
      throw new Refused(Refused.Kind.CONFLICT, "R-SIGNIN-13", "access.refused.passkeys", MOST);
    }
    AuthenticatorData<?> made = made(answer, expected);
    AttestedCredentialData attested = made.getAttestedCredentialData();
    if (attested == null) {
      throw wrong();
    }
    int added =
        jdbc.sql(
                """
                insert into access.passkey (id, account_id, credential, attested, counter,
                  backup_eligible, backed_up, device, enrolled_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (credential) do nothing
                """)
            .params(
                UUID.randomUUID(),
                account.id(),
                attested.getCredentialId(),
                bytes.convert(attested),
                made.getSignCount(),
                made.isFlagBE(),
                made.isFlagBS(),
                device,
                time.utc())
            .update();
    if (added == 0) {
      throw wrong();
    }
    trail.note(AuditNote.change(Deed.CHANGE, "account", account.name(), null, "passkey added"));
  }

  private AuthenticatorData<?> made(String answer, ServerProperty expected) {
    RegistrationData data =
        checked(
            () ->
                manager.verifyRegistrationResponseJSON(
                    answer, new RegistrationParameters(expected, KINDS, true, true)));
    AttestationObject object = data.getAttestationObject();
    if (object == null) {
      throw wrong();
    }
    return object.getAuthenticatorData();
  }

  /** Forgets one of the account's own; another account's stays. */
  @Transactional
  public void remove(SignedIn account, UUID passkey) {
    int gone =
        jdbc.sql("delete from access.passkey where account_id = ? and id = ?")
            .params(account.id(), passkey)
            .update();
    if (gone > 0) {
      trail.note(AuditNote.change(Deed.CHANGE, "account", account.name(), "passkey removed", null));
    }
  }

  private record Stored(UUID id, SignedIn account, CredentialRecordImpl credential) {}

  /**
   * Whose passkey gave an answer.
   *
   * @param answer what the browser said, as JSON
   * @throws Refused R-SIGNIN-12, one answer for all that can be wrong
   */
  SignedIn prove(String answer, ServerProperty expected) {
    AuthenticationData data = checked(() -> manager.parseAuthenticationResponseJSON(answer));
    Stored stored = stored(data).orElseThrow(Passkeys::wrong);
    if (data.getUserHandle() != null
        && !Arrays.equals(data.getUserHandle(), PasskeyAsk.bytes(stored.account().id()))) {
      throw wrong();
    }
    AuthenticationData verified =
        checked(
            () ->
                manager.verify(
                    data, new AuthenticationParameters(expected, stored.credential(), null, true)));
    AuthenticatorData<?> given = verified.getAuthenticatorData();
    if (given == null) {
      throw wrong();
    }
    used(stored.id(), given);
    return stored.account();
  }

  /**
   * Whatever the library trips over in bytes from outside is a wrong answer and no fault of ours.
   */
  private static <T> T checked(Supplier<T> library) {
    try {
      return library.get();
    } catch (RuntimeException e) {
      throw wrong();
    }
  }

  private Optional<Stored> stored(AuthenticationData data) {
    return jdbc.sql(
            "select p.id as passkey, p.attested, p.counter, p.backup_eligible, p.backed_up, "
                + SignedInRow.COLUMNS
                + """
                 from access.passkey p join access.account a on a.id = p.account_id
                where p.credential = ? and a.disabled_at is null
                """)
        .param(data.getCredentialId())
        .query((row, number) -> stored(row))
        .optional();
  }

  private Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        row.getObject("passkey", UUID.class),
        SignedInRow.read(row),
        new CredentialRecordImpl(
            null,
            true,
            row.getBoolean("backup_eligible"),
            row.getBoolean("backed_up"),
            row.getLong("counter"),
            bytes.convert(row.getBytes("attested")),
            null,
            null,
            null,
            null));
  }

  /**
   * A device that counts its answers counts up: of two answers with one number, one was copied, and
   * the statement takes only the first.
   */
  private void used(UUID passkey, AuthenticatorData<?> given) {
    int taken =
        jdbc.sql(
                """
                update access.passkey set counter = ?, backed_up = ?, last_used_at = ?
                where id = ? and (counter < ? or (counter = 0 and ? = 0))
                """)
            .params(
                given.getSignCount(),
                given.isFlagBS(),
                time.utc(),
                passkey,
                given.getSignCount(),
                given.getSignCount())
            .update();
    if (taken == 0) {
      throw wrong();
    }
  }

  static Refused wrong() {
    return new Refused(Refused.Kind.INVALID, "R-SIGNIN-12", "access.refused.passkey");
  }
}
