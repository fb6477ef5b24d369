package org.cscc.cli;

import picocli.CommandLine.Option;

/** The column that tells the rows apart. */
final class IdOption {
  @Option(
      names = "--id",
      defaultValue = "id",
      paramLabel = "COLUMN",
      description = "Id of each row (default: ${DEFAULT-VALUE})")
  private String column = "id";

  String column() {
    return column;
  }
}
