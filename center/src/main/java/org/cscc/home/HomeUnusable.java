package org.cscc.home;

import java.nio.file.Path;

/** The named directory is not a data directory of ours and can not become one. */
public final class HomeUnusable extends RuntimeException {
  HomeUnusable(Path directory) {
    super(
        "The directory "
            + directory
            + " holds other files and is not a data directory of CSCC. Choose an empty or a new"
            + " directory with CSCC_HOME.");
  }
}
