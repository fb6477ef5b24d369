package org.cscc.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The key outside of the database that seals the keys of the organizations: 32 bytes in base64, one
 * a line of {@code keys/vault.key} in the data directory, or {@code CSCC_VAULT_KEY} with commas
 * between. The first seals; the others still open, while a rotation is on its way. It is read each
 * time, so that a running center follows a rotation.
 */
final class EnvelopeKey {
  private static final int BYTES = 32;
  private final String given;
  private final Path file;

  EnvelopeKey(String given, Path home) {
    this.given = given;
    this.file = home.resolve("keys").resolve("vault.key");
  }

  /** Whether it comes from the environment, where the center can not change it. */
  boolean isGiven() {
    return !given.isBlank();
  }

  /**
   * What seals and opens keys.
   *
   * @throws VaultKeyLost when there is no key
   */
  Aead aead() {
    List<String> keys = isGiven() ? Arrays.asList(given.split(",", -1)) : lines();
    if (keys.isEmpty()) {
      throw new VaultKeyLost("The key of the vault is missing (" + file + ").");
    }
    try {
      KeysetHandle.Builder all = KeysetHandle.newBuilder();
      for (int n = 0; n < keys.size(); n++) {
        KeysetHandle.Builder.Entry entry =
            KeysetHandle.importKey(key(keys.get(n))).withFixedId(n + 1);
        all.addEntry(n == 0 ? entry.makePrimary() : entry);
      }
      return all.build().getPrimitive(AeadConfig2026.get(), Aead.class);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new VaultKeyLost("The key of the vault is not 32 bytes in base64.");
    }
  }

  @AccessesPartialKey
  private static AesGcmKey key(String base64) throws GeneralSecurityException {
    byte[] bytes = Base64.getDecoder().decode(base64.strip());
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("Not a key");
    }
    return AesGcmKey.builder()
        .setParameters(
            AesGcmParameters.builder()
                .setKeySizeBytes(BYTES)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build())
        .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
        .build();
  }

  /** Makes the first key of a data directory, unless it is given or there. */
  void makeFirst() {
    if (!isGiven() && lines().isEmpty()) {
      write(List.of(fresh()));
    }
  }

  /** A new key seals from now on; the old ones open until {@link #forgetOld}. */
  void addNew() {
    List<String> keys = new ArrayList<>(lines());
    keys.addFirst(fresh());
    write(keys);
  }

  /**
   * Keeps only the key that seals.
   *
   * @return where the old ones lie, for copies of the database that were made before
   */
  Path forgetOld(Instant now) {
    List<String> keys = lines();
    Path old = file.resolveSibling("vault.key.before-" + now.getEpochSecond());
    write(old, keys.subList(1, keys.size()));
    write(keys.subList(0, 1));
    return old;
  }

  private static String fresh() {
    return Base64.getEncoder()
        .encodeToString(SecretBytes.randomBytes(BYTES).toByteArray(InsecureSecretKeyAccess.get()));
  }

  private List<String> lines() {
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("The key " + file + " can not be read", e);
    }
  }

  private void write(List<String> keys) {
    write(file, keys);
  }

  /** Whole or not at all, and on the disk before anything is sealed with it. */
  private static void write(Path where, List<String> keys) {
    try {
      Files.createDirectories(
          where.getParent(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Path fresh = where.resolveSibling(where.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.write(
            ByteBuffer.wrap((String.join("\n", keys) + "\n").getBytes(StandardCharsets.US_ASCII)));
        channel.force(true);
      }
      Files.move(fresh, where, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("The key " + where + " can not be written", e);
    }
  }
}
