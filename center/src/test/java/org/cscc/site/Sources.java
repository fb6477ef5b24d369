package org.cscc.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this module, for the tests that hold the house rules over all of them. */
final class Sources {
  static final Path JAVA = Path.of("src/main/java/org/cscc");
  static final Path RESOURCES = Path.of("src/main/resources");
  static final Path TEMPLATES = RESOURCES.resolve("templates");
  static final Path MESSAGES = RESOURCES.resolve("messages");

  private Sources() {}

  /** Files under a folder whose name ends as given, in a stable order; never an empty list. */
  static List<Path> under(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
      if (found.isEmpty()) {
        throw new IllegalStateException("No *" + ending + " under " + folder.toAbsolutePath());
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The feature a file belongs to: the folder right under the root. */
  static String feature(Path root, Path file) {
    return root.relativize(file).getName(0).toString();
  }
}
