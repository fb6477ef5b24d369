package org.cscc.cli;

import picocli.CommandLine.Option;

/** How long the solver may search. */
final class SolverOptions {
  @Option(
      names = "--seconds",
      defaultValue = "60",
      paramLabel = "N",
      description = "Time after which the best choice so far is taken (default: ${DEFAULT-VALUE})")
  private int seconds = 60;

  long milliseconds() {
    return seconds * 1000L;
  }
}
