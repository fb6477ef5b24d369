package org.cscc.cli;

import picocli.CommandLine.Option;

/** How many periods at the end of a series are judged. */
final class LastOption {
  @Option(
      names = "--last",
      defaultValue = "1",
      paramLabel = "N",
      description = "How many of the last periods to judge (default: ${DEFAULT-VALUE})")
  private int periods = 1;

  int periods() {
    return periods;
  }
}
