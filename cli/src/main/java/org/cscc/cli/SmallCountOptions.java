package org.cscc.cli;

import picocli.CommandLine.Option;

/** Which counts are small, and what readers know about hidden ones. */
final class SmallCountOptions {
  @Option(
      names = "--threshold",
      defaultValue = "10",
      paramLabel = "N",
      description = "Counts from 1 to one less are small (default: ${DEFAULT-VALUE})")
  private int threshold = 10;

  @Option(
      names = "--least",
      defaultValue = "0",
      paramLabel = "N",
      description =
          "What readers know hidden cells to be at least: 1 where every zero shows (default: ${DEFAULT-VALUE})")
  private int least = 0;

  int threshold() {
    return threshold;
  }

  int least() {
    return least;
  }
}
