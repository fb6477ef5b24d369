package org.cscc.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where the PostgreSQL programs are unpacked to: shared by all homes of one user. */
final class ServerPrograms {
  private ServerPrograms() {}

  /** A directory of the user's own, never a world-writable place. */
  static Path directory() {
    Path directory = Path.of(System.getProperty("user.home"), ".cache", "cscc");
    try {
      return Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new UncheckedIOException("The directory " + directory + " can not be made", e);
    }
  }
}
