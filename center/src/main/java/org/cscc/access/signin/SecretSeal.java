package org.cscc.access.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the secrets of phones sealed in the database: AES-256-GCM, a nonce of 12 random bytes
 * before each, bound to the account. The key is 32 bytes in base64, outside of the database: given
 * as {@code CSCC_SIGN_IN_KEY}, or made once in the data directory.
 */
final class SecretSeal {
  private static final int NONCE = 12;
  private static final int KEY = 32;
  private static final int TAG_BITS = 128;

  private final Supplier<String> source;
  private volatile @Nullable SecretKeySpec known;

  private SecretSeal(Supplier<String> source) {
    this.source = source;
  }

  /** With a key that is given. */
  SecretSeal(String base64) {
    this(() -> base64);
    key();
  }

  /** Read when it is first needed, because a data directory that is being made must be empty. */
  private SecretKeySpec key() {
    SecretKeySpec key = known;
    if (key == null) {
      key = keyOf(source.get());
      known = key;
    }
    return key;
  }

  private static SecretKeySpec keyOf(String base64) {
    byte[] bytes = Base64.getDecoder().decode(base64.strip());
    if (bytes.length != KEY) {
      throw new IllegalArgumentException("The sign-in key must be 32 bytes in base64");
    }
    return new SecretKeySpec(bytes, "AES");
  }

  /** The key of a data directory, made when it is not there. */
  static SecretSeal inDirectory(Path home) {
    return new SecretSeal(() -> read(home));
  }

  private static String read(Path home) {
    Path file = home.resolve("keys").resolve("sign-in.key");
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(
            file.getParent(),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        makeKey(file);
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The key " + file + " can not be read or made", e);
    }
  }

  private static void makeKey(Path file) throws IOException {
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, Base64.getEncoder().encodeToString(Secrets.bytes(KEY)) + "\n");
    } catch (FileAlreadyExistsException e) {
      // Another program of this home has just made it.
    }
  }

  /** The secret as it may lie in the database, in base64. */
  String seal(byte[] secret, UUID account) {
    byte[] nonce = Secrets.bytes(NONCE);
    byte[] sealed = work(Cipher.ENCRYPT_MODE, nonce, secret, account);
    byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
    System.arraycopy(sealed, 0, all, NONCE, sealed.length);
    return Base64.getEncoder().encodeToString(all);
  }

  /**
   * The secret again.
   *
   * @throws IllegalStateException when the key is not the one it was sealed with: without it nobody
   *     can be asked for a code, and a quiet answer would look like a wrong code
   */
  byte[] open(String base64, UUID account) {
    byte[] sealed = Base64.getDecoder().decode(base64);
    return work(
        Cipher.DECRYPT_MODE,
        Arrays.copyOf(sealed, NONCE),
        Arrays.copyOfRange(sealed, NONCE, sealed.length),
        account);
  }

  private byte[] work(int mode, byte[] nonce, byte[] input, UUID account) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(account.toString().getBytes(StandardCharsets.US_ASCII));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "A secret of the second factor can not be opened. Is the key (CSCC_SIGN_IN_KEY, or"
              + " keys/sign-in.key in the data directory) the one of this database?",
          e);
    }
  }
}
