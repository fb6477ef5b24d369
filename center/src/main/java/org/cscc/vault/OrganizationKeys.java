package org.cscc.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cscc.home.Asking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys of the organizations, one keyset each (AES-256-GCM), in the database only as sealed by
 * the {@link EnvelopeKey} and bound to their organization.
 */
@Component
class OrganizationKeys {
  private final JdbcClient jdbc;
  private final EnvelopeKey envelope;
  private final Clock clock;

  OrganizationKeys(JdbcClient jdbc, EnvelopeKey envelope, Clock clock) {
    this.jdbc = jdbc;
    this.envelope = envelope;
    this.clock = clock;
  }

  List<String> organizations() {
    return jdbc.sql("select organization from vault.keyset order by 1")
        .query((row, n) -> row.getString(1))
        .list();
  }

  /**
   * Opens the keyset of every organization.
   *
   * @throws VaultKeyLost when one stays closed
   */
  void openAll() {
    jdbc.sql("select organization, wrapped from vault.keyset")
        .query((row, n) -> open(row.getString(1), row.getBytes(2)).size())
        .list();
  }

  /** Holds off a rotation until the transaction of a writer ends. */
  void shareWith(String organization) {
    jdbc.sql("select pg_advisory_xact_lock_shared(hashtext('vault.' || ?))")
        .param(organization)
        .query((row, n) -> 1)
        .list();
  }

  /** Waits for the writers of an organization and keeps new ones out. */
  void lock(String organization) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('vault.' || ?))")
        .param(organization)
        .query((row, n) -> 1)
        .list();
  }

  /** The keyset of an organization that has one. */
  Optional<KeysetHandle> of(String organization) {
    return jdbc.sql("select wrapped from vault.keyset where organization = ?")
        .param(organization)
        .query((row, n) -> open(organization, row.getBytes(1)))
        .optional();
  }

  /** The keyset of an organization, made when it is the first time. */
  KeysetHandle orNew(String organization) {
    return of(organization)
        .orElseGet(
            () -> {
              if (noneYet()) {
                envelope.makeFirst();
              }
              jdbc.sql(
                      """
                      insert into vault.keyset (organization, wrapped, made_at) values (?, ?, ?)
                      on conflict (organization) do nothing
                      """)
                  .params(
                      organization,
                      seal(organization, fresh()),
                      clock.instant().atOffset(ZoneOffset.UTC))
                  .update();
              return of(organization).orElseThrow();
            });
  }

  /** A key is made only for a vault that never had one: a lost key must not look like a new one. */
  private boolean noneYet() {
    return Asking.asTheCenter(() -> organizations().isEmpty());
  }

  void replace(String organization, KeysetHandle keys) {
    jdbc.sql("update vault.keyset set wrapped = ?, rotated_at = ? where organization = ?")
        .params(seal(organization, keys), clock.instant().atOffset(ZoneOffset.UTC), organization)
        .update();
  }

  /** The same keys with a new one that seals from now on. */
  static KeysetHandle withNewKey(KeysetHandle keys) {
    try {
      KeysetHandle.Entry added = fresh().getPrimary();
      return KeysetHandle.newBuilder(keys)
          .addEntry(KeysetHandle.importKey(added.getKey()).withFixedId(added.getId()).makePrimary())
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Only the key that seals. */
  static KeysetHandle onlyPrimary(KeysetHandle keys) {
    try {
      return KeysetHandle.newBuilder()
          .addEntry(
              KeysetHandle.importKey(keys.getPrimary().getKey())
                  .withFixedId(keys.getPrimary().getId())
                  .makePrimary())
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeysetHandle fresh() {
    try {
      return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static Aead aead(KeysetHandle keys) {
    try {
      return keys.getPrimitive(AeadConfig2026.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] seal(String organization, KeysetHandle keys) {
    try {
      return TinkProtoKeysetFormat.serializeEncryptedKeyset(
          keys, envelope.aead(), bound(organization), AeadConfig2026.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeysetHandle open(String organization, byte[] wrapped) {
    try {
      return TinkProtoKeysetFormat.parseEncryptedKeyset(
          wrapped, envelope.aead(), bound(organization), AeadConfig2026.get());
    } catch (GeneralSecurityException e) {
      throw new VaultKeyLost("The key of the vault does not open the key of " + organization + ".");
    }
  }

  private static byte[] bound(String organization) {
    return ("vault keyset of " + organization).getBytes(StandardCharsets.UTF_8);
  }
}
