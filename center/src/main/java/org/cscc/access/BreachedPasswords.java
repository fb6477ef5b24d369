package org.cscc.access;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A large list of passwords that are known from breaches, as a file on this machine: one SHA-1 in
 * capital hexadecimal digits a line, sorted, with anything after a colon. It is searched by halves,
 * so that nothing of it is held and no password or part of one leaves the machine.
 */
final class BreachedPasswords {
  private static final int HASH = 40;

  private final @Nullable Path file;

  /**
   * Names the file; null where the house has none.
   *
   * @throws IllegalArgumentException when a file is named that can not be read: a check that
   *     silently does not happen is worse than none
   */
  BreachedPasswords(@Nullable Path file) {
    if (file != null && !Files.isReadable(file)) {
      throw new IllegalArgumentException(
          "cscc.sign-in.breached-passwords names " + file + ", which can not be read");
    }
    this.file = file;
  }

  boolean holds(String password) {
    if (file == null) {
      return false;
    }
    String wanted = sha1(password);
    try (RandomAccessFile list = new RandomAccessFile(file.toFile(), "r")) {
      long low = 0;
      long high = list.length();
      while (low < high) {
        long middle = (low + high) >>> 1;
        list.seek(middle);
        long start = middle == 0 ? 0 : afterLine(list);
        String line = start >= high ? null : hash(list);
        if (line == null || line.compareTo(wanted) > 0) {
          high = middle;
        } else if (line.equals(wanted)) {
          return true;
        } else {
          low = list.getFilePointer();
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("The list of breached passwords can not be read", e);
    }
  }

  /** Goes to the beginning of the next line. */
  private static long afterLine(RandomAccessFile list) throws IOException {
    list.seek(list.getFilePointer() - 1);
    int sign = list.read();
    while (sign != '\n' && sign != -1) {
      sign = list.read();
    }
    return list.getFilePointer();
  }

  /** The hash at the beginning of a line; null after the last one. */
  private static @Nullable String hash(RandomAccessFile list) throws IOException {
    byte[] bytes = new byte[HASH];
    int read = list.read(bytes);
    if (read < HASH) {
      return null;
    }
    int sign = list.read();
    while (sign != '\n' && sign != -1) {
      sign = list.read();
    }
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  /** Not to keep anything secret: it is the form in which such lists are handed around. */
  private static String sha1(String password) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().withUpperCase().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-1", e);
    }
  }
}
