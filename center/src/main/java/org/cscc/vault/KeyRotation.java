package org.cscc.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives every organization a new key, seals everything anew with it, and seals the keys with a new
 * key outside of the database. A running center goes on; one that stops half way is finished by the
 * next rotation, and everything can be opened at every moment between.
 */
@Component
class KeyRotation {
  private final JdbcClient jdbc;
  private final OrganizationKeys keys;
  private final EnvelopeKey envelope;
  private final AuditTrail trail;
  private final Clock clock;
  private final TransactionTemplate transaction;

  KeyRotation(
      JdbcClient jdbc,
      OrganizationKeys keys,
      EnvelopeKey envelope,
      AuditTrail trail,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.envelope = envelope;
    this.trail = trail;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * What was done.
   *
   * @param old where the keys lie that were in use before; empty when the key is given from outside
   */
  record Rotated(int organizations, long fields, Optional<Path> old) {}

  /** What does not open, in words; nothing when everything does. */
  record Checked(int organizations, long fields, List<String> broken) {}

  private record Sealed(UUID record, Field field, ByteBuffer bytes) {}

  Rotated rotate() {
    List<String> organizations = keys.organizations();
    if (organizations.isEmpty()) {
      return new Rotated(0, 0, Optional.empty());
    }
    keys.openAll();
    if (!envelope.isGiven()) {
      envelope.addNew();
    }
    long fields = 0;
    for (String organization : organizations) {
      fields += transaction.execute(status -> rotate(organization));
    }
    return new Rotated(
        organizations.size(),
        fields,
        envelope.isGiven() ? Optional.empty() : Optional.of(envelope.forgetOld(clock.instant())));
  }

  private long rotate(String organization) {
    keys.lock(organization);
    KeysetHandle both = OrganizationKeys.withNewKey(keys.of(organization).orElseThrow());
    Aead key = OrganizationKeys.aead(both);
    List<Sealed> all = sealed(organization);
    for (Sealed one : all) {
      jdbc.sql("update vault.field set sealed = ? where record = ? and kind = ?")
          .params(
              SealedFields.seal(
                  key, organization, one.record(), one.field(), open(key, organization, one)),
              one.record(),
              one.field().name())
          .update();
    }
    keys.replace(organization, OrganizationKeys.onlyPrimary(both));
    trail.note(AuditNote.of(Deed.CHANGE, "vault key", organization, all.size()));
    return all.size();
  }

  Checked check() {
    List<String> broken = new ArrayList<>();
    long fields = 0;
    List<String> organizations = keys.organizations();
    for (String organization : organizations) {
      try {
        Aead key = OrganizationKeys.aead(keys.of(organization).orElseThrow());
        for (Sealed one : sealed(organization)) {
          fields++;
          try {
            SealedFields.open(key, organization, one.record(), one.field(), one.bytes().array());
          } catch (GeneralSecurityException e) {
            broken.add(
                one.field()
                    + " of record "
                    + one.record()
                    + " of "
                    + organization
                    + " does not open");
          }
        }
      } catch (VaultKeyLost e) {
        broken.add(e.getMessage());
      }
    }
    return new Checked(organizations.size(), fields, List.copyOf(broken));
  }

  private List<Sealed> sealed(String organization) {
    return jdbc.sql("select record, kind, sealed from vault.field where organization = ?")
        .param(organization)
        .query(
            (row, n) ->
                new Sealed(
                    row.getObject("record", UUID.class),
                    Field.valueOf(row.getString("kind")),
                    ByteBuffer.wrap(row.getBytes("sealed"))))
        .list();
  }

  private static String open(Aead key, String organization, Sealed one) {
    try {
      return SealedFields.open(key, organization, one.record(), one.field(), one.bytes().array());
    } catch (GeneralSecurityException e) {
      throw new VaultKeyLost(
          one.field() + " of record " + one.record() + " of " + organization + " does not open.");
    }
  }
}
