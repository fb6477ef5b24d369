package org.cscc.cli;

import picocli.CommandLine.Option;

/** The column that is counted or measured. */
final class ValueOption {
  @Option(
      names = "--value",
      defaultValue = "value",
      paramLabel = "COLUMN",
      description = "What is counted or measured at each place (default: ${DEFAULT-VALUE})")
  private String column = "value";

  String column() {
    return column;
  }
}
