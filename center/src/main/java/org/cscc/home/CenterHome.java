package org.cscc.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The data directory, {@code CSCC_HOME}. Readable by its owner only.
 *
 * @param directory where it is
 */
public record CenterHome(Path directory) {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  /**
   * Opens the directory, making it if it is missing. A directory that others could read is closed
   * to them, but only if it is empty or already a home: somebody's own folder, named by mistake, is
   * left as it is.
   *
   * @throws HomeUnusable when the directory holds something else
   */
  public static CenterHome at(Path directory) {
    CenterHome home = new CenterHome(directory.toAbsolutePath().normalize());
    try {
      if (!Files.isDirectory(directory)) {
        Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      } else if (!Files.exists(home.lock()) && !isEmpty(directory)) {
        throw new HomeUnusable(home.directory());
      }
      Files.setPosixFilePermissions(directory, OWNER_ONLY);
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException("The data directory " + directory + " can not be made", e);
    }
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (var entries = Files.list(directory)) {
      return entries.findAny().isEmpty();
    }
  }

  Path postgres() {
    return directory.resolve("postgres");
  }

  /** Stands while the database is being made: what it holds then was never promised to anybody. */
  Path unfinished() {
    return directory.resolve("postgres.unfinished");
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
