package org.cscc.cli;

import picocli.CommandLine.Option;

/** The columns of a panel: one row for each area and period. */
final class PanelOptions {
  @Option(
      names = "--area",
      defaultValue = "area",
      paramLabel = "COLUMN",
      description = "Area of each row (default: ${DEFAULT-VALUE})")
  private String area = "area";

  @Option(
      names = "--period",
      defaultValue = "period",
      paramLabel = "COLUMN",
      description = "Number of the period of each row (default: ${DEFAULT-VALUE})")
  private String period = "period";

  @Option(
      names = "--outcome",
      defaultValue = "outcome",
      paramLabel = "COLUMN",
      description = "What is measured (default: ${DEFAULT-VALUE})")
  private String outcome = "outcome";

  String area() {
    return area;
  }

  String period() {
    return period;
  }

  String outcome() {
    return outcome;
  }
}
