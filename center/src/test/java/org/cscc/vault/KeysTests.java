package org.cscc.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.cscc.home.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Keys: bound to their place, changed without a gap, missed loudly. */
class KeysTests {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-29T18:00:00Z"), ZoneOffset.UTC);
  private static final UUID ONE = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final UUID TWO = UUID.fromString("00000000-0000-4000-8000-000000000002");

  @TempDir Path home;
  private final DataSource source = TestServer.freshDatabase();
  private final JdbcClient jdbc = JdbcClient.create(source);

  private OrganizationKeys keys() {
    return new OrganizationKeys(jdbc, new EnvelopeKey("", home), NOON);
  }

  private KeyRotation rotation() {
    return new KeyRotation(
        jdbc,
        keys(),
        new EnvelopeKey("", home),
        note -> {},
        NOON,
        new JdbcTransactionManager(source));
  }

  private void record(UUID id, String organization, String text) {
    jdbc.sql(
            """
            insert into vault.record (id, token, organization, purpose, area, opened_at, due_at, written_by)
            values (?, ?, ?, 'REFERRAL', 25, now(), now() + interval '1 day', 'x')
            """)
        .params(id, id.equals(ONE) ? "AAAA-AAAA-AAAA" : "BBBB-BBBB-BBBB", organization)
        .update();
    Aead key = OrganizationKeys.aead(keys().orNew(organization));
    jdbc.sql("insert into vault.field (record, organization, kind, sealed) values (?, ?, 'WAY', ?)")
        .params(id, organization, SealedFields.seal(key, organization, id, Field.WAY, text))
        .update();
  }

  private byte[] sealed(UUID id) {
    return jdbc.sql("select sealed from vault.field where record = ?")
        .param(id)
        .query((row, n) -> row.getBytes(1))
        .single();
  }

  private String open(UUID id, String organization) throws GeneralSecurityException {
    return SealedFields.open(
        OrganizationKeys.aead(keys().of(organization).orElseThrow()),
        organization,
        id,
        Field.WAY,
        sealed(id));
  }

  @Test
  void aFieldOpensOnlyAsItselfOfItsRecordAndItsOrganization() throws Exception {
    record(ONE, "CDPH", "side door, after dark");
    Aead key = OrganizationKeys.aead(keys().of("CDPH").orElseThrow());
    assertThat(open(ONE, "CDPH")).isEqualTo("side door, after dark");
    assertThatThrownBy(() -> SealedFields.open(key, "CDPH", TWO, Field.WAY, sealed(ONE)))
        .isInstanceOf(GeneralSecurityException.class);
    assertThatThrownBy(() -> SealedFields.open(key, "CDPH", ONE, Field.CARE, sealed(ONE)))
        .isInstanceOf(GeneralSecurityException.class);
    assertThatThrownBy(() -> SealedFields.open(key, "CDOT", ONE, Field.WAY, sealed(ONE)))
        .isInstanceOf(GeneralSecurityException.class);
    byte[] changed = sealed(ONE);
    changed[changed.length - 1] ^= 1;
    assertThatThrownBy(() -> SealedFields.open(key, "CDPH", ONE, Field.WAY, changed))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void anotherOrganizationsKeyDoesNotOpenItAndAKeyMovedToAnotherDoesNotEither() {
    record(ONE, "CDPH", "side door");
    record(TWO, "CDOT", "front door");
    Aead other = OrganizationKeys.aead(keys().of("CDOT").orElseThrow());
    assertThatThrownBy(() -> SealedFields.open(other, "CDPH", ONE, Field.WAY, sealed(ONE)))
        .isInstanceOf(GeneralSecurityException.class);
    jdbc.sql(
            """
            update vault.keyset set wrapped = (select wrapped from vault.keyset where organization = 'CDPH')
            where organization = 'CDOT'
            """)
        .update();
    assertThatThrownBy(() -> keys().of("CDOT")).isInstanceOf(VaultKeyLost.class);
  }

  @Test
  void nothingOfThePersonStandsInTheDatabaseAndTheKeyIsNotThereEither() throws Exception {
    record(ONE, "CDPH", "ring Marisol at noon");
    String dump =
        String.join(
            "\n",
            jdbc.sql(
                    """
                    select r::text || f::text || k::text from vault.record r
                    join vault.field f on f.record = r.id join vault.keyset k on k.organization = r.organization
                    """)
                .query(String.class)
                .list());
    String key = Files.readString(home.resolve("keys/vault.key")).strip();
    assertThat(dump)
        .doesNotContain("Marisol")
        .doesNotContain(HexFormat.of().formatHex("Marisol".getBytes(StandardCharsets.UTF_8)))
        .doesNotContain(key);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(home.resolve("keys/vault.key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void rotationSealsEverythingAnewAndTheOldKeysOpenNothingOfIt() throws Exception {
    record(ONE, "CDPH", "side door");
    record(TWO, "CDOT", "front door");
    KeysetHandle before = keys().of("CDPH").orElseThrow();
    byte[] oldSeal = sealed(ONE);
    String oldKey = Files.readString(home.resolve("keys/vault.key"));

    KeyRotation.Rotated done = rotation().rotate();

    assertThat(done.organizations()).isEqualTo(2);
    assertThat(done.fields()).isEqualTo(2);
    assertThat(open(ONE, "CDPH")).isEqualTo("side door");
    assertThat(open(TWO, "CDOT")).isEqualTo("front door");
    assertThat(sealed(ONE)).isNotEqualTo(oldSeal);
    assertThatThrownBy(
            () ->
                SealedFields.open(
                    OrganizationKeys.aead(before), "CDPH", ONE, Field.WAY, sealed(ONE)))
        .isInstanceOf(GeneralSecurityException.class);
    assertThat(keys().of("CDPH").orElseThrow().size()).isEqualTo(1);
    assertThat(Files.readAllLines(home.resolve("keys/vault.key"))).hasSize(1);
    assertThat(Files.readString(home.resolve("keys/vault.key"))).isNotEqualTo(oldKey);
    assertThat(Files.readString(done.old().orElseThrow())).isEqualTo(oldKey);
    Files.writeString(home.resolve("keys/vault.key"), oldKey);
    assertThatThrownBy(() -> keys().of("CDPH")).isInstanceOf(VaultKeyLost.class);
  }

  @Test
  void aRotationThatStoppedHalfWayLeavesEverythingReadableAndTheNextOneFinishes() throws Exception {
    record(ONE, "CDPH", "side door");
    new EnvelopeKey("", home).addNew();
    assertThat(open(ONE, "CDPH")).isEqualTo("side door");
    rotation().rotate();
    assertThat(open(ONE, "CDPH")).isEqualTo("side door");
    assertThat(Files.readAllLines(home.resolve("keys/vault.key"))).hasSize(1);
  }

  @Test
  void aLostOrWrongKeyFailsLoudlyAndNoNewOneIsMadeInItsPlace() throws Exception {
    record(ONE, "CDPH", "side door");
    Path file = home.resolve("keys/vault.key");
    String key = Files.readString(file);
    var start = new VaultConfiguration().vaultKeyThere(keys());
    start.afterSingletonsInstantiated();

    Files.delete(file);
    assertThatThrownBy(start::afterSingletonsInstantiated)
        .isInstanceOf(VaultKeyLost.class)
        .hasMessageContaining("missing")
        .hasMessageContaining("CSCC_VAULT_KEY");
    assertThatThrownBy(() -> keys().orNew("CDOT")).isInstanceOf(VaultKeyLost.class);
    assertThat(file).doesNotExist();

    Files.writeString(file, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n");
    assertThatThrownBy(start::afterSingletonsInstantiated)
        .isInstanceOf(VaultKeyLost.class)
        .hasMessageContaining("CDPH");
    assertThat(rotation().check().broken()).hasSize(1);
    assertThatThrownBy(() -> rotation().rotate()).isInstanceOf(VaultKeyLost.class);

    Files.writeString(file, key);
    assertThat(rotation().check().broken()).isEmpty();
  }

  @Test
  void aKeyFromTheEnvironmentOpensWithTheNewAndTheOldOne() throws Exception {
    String old = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    String fresh = "HwECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    byte[] bound = {1};
    byte[] sealed = new EnvelopeKey(old, home).aead().encrypt(new byte[] {7}, bound);
    assertThat(new EnvelopeKey(fresh + "," + old, home).aead().decrypt(sealed, bound))
        .containsExactly(7);
    assertThatThrownBy(() -> new EnvelopeKey(fresh, home).aead().decrypt(sealed, bound))
        .isInstanceOf(GeneralSecurityException.class);
    for (String wrong : List.of("no base64!", "c2hvcnQ=")) {
      assertThatThrownBy(() -> new EnvelopeKey(wrong, home).aead())
          .isInstanceOf(VaultKeyLost.class);
    }
  }

  @Test
  void aFieldThatSomebodyMovedIsFoundByTheCheck() {
    record(ONE, "CDPH", "side door");
    record(TWO, "CDPH", "front door");
    jdbc.sql(
            """
            update vault.field set sealed = (select sealed from vault.field where record = ?)
            where record = ?
            """)
        .params(ONE, TWO)
        .update();
    assertThat(rotation().check().broken()).singleElement().asString().contains(TWO.toString());
  }
}
