package org.cscc.cli;

import picocli.CommandLine.Option;

/** How chance is simulated. */
final class DrawOptions {
  @Option(
      names = "--replicas",
      defaultValue = "999",
      paramLabel = "N",
      description = "Random replicas (default: ${DEFAULT-VALUE})")
  private int replicas = 999;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Same seed, same answer, on any machine (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  int replicas() {
    return replicas;
  }

  long seed() {
    return seed;
  }
}
