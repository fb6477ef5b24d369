package org.cscc.cli;

import picocli.CommandLine.Option;

/** Events and the people, or another exposure, among whom they happened. */
final class RateOptions {
  @Option(
      names = "--events",
      defaultValue = "events",
      paramLabel = "COLUMN",
      description = "Number of events (default: ${DEFAULT-VALUE})")
  private String events = "events";

  @Option(
      names = "--population",
      defaultValue = "population",
      paramLabel = "COLUMN",
      description = "People, or another exposure (default: ${DEFAULT-VALUE})")
  private String population = "population";

  String events() {
    return events;
  }

  String population() {
    return population;
  }
}
