package org.cscc.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The data directory, {@code CSCC_HOME}. Readable by its owner only.
 *
 * @param directory where it is
 */
public record CenterHome(Path directory) {
  /** Opens the directory, making it if it is missing. */
  public static CenterHome at(Path directory) {
    try {
      if (!Files.isDirectory(directory)) {
        Files.createDirectories(
            directory,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      return new CenterHome(directory.toAbsolutePath().normalize());
    } catch (IOException e) {
      throw new UncheckedIOException("The data directory " + directory + " can not be made", e);
    }
  }

  Path postgres() {
    return directory.resolve("postgres");
  }

  Path postgresPassword() {
    return directory.resolve("postgres.password");
  }

  Path lock() {
    return directory.resolve("home.lock");
  }

  Path owner() {
    return directory.resolve("home.owner");
  }
}
