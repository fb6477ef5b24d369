package org.cscc.home;

import java.nio.file.Path;

/** Another program has the data directory open. */
public final class HomeInUse extends RuntimeException {
  HomeInUse(Path directory, String pid) {
    super(
        "Another center (process "
            + pid
            + ") is already using the data directory "
            + directory
            + ". Stop it first, or choose another directory with CSCC_HOME.");
  }
}
