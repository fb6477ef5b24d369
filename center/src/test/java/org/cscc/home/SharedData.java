package org.cscc.home;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The City's own files, which are not part of the project. They are looked for in a folder {@code
 * shared/data} beside the project; without them a test says so and is skipped.
 */
public final class SharedData {
  private SharedData() {}

  /** A file of that folder; skips the test when it is not there. */
  public static Path file(String name) {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path file = folder.resolve("shared").resolve("data").resolve(name);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    assumeTrue(false, "skipped: there is no shared/data/" + name + " beside the project");
    throw new IllegalStateException("unreachable");
  }
}
