package org.cscc.cli;

import picocli.CommandLine.Option;

/** What is shared out, and by which need. */
final class UnitOptions {
  @Option(
      names = "--need",
      defaultValue = "need",
      paramLabel = "COLUMN",
      description = "Need of each area (default: ${DEFAULT-VALUE})")
  private String need = "need";

  @Option(names = "--units", required = true, paramLabel = "N", description = "Units to share")
  private int units;

  String need() {
    return need;
  }

  int units() {
    return units;
  }
}
