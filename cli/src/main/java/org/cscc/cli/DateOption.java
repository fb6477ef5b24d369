package org.cscc.cli;

import picocli.CommandLine.Option;

/** The column with the day of each event. */
final class DateOption {
  @Option(
      names = "--date",
      defaultValue = "date",
      paramLabel = "COLUMN",
      description = "Date of each event (default: ${DEFAULT-VALUE})")
  private String column = "date";

  String column() {
    return column;
  }
}
