package org.cscc.cli;

import java.util.Locale;
import org.cscc.analysis.Metric;
import picocli.CommandLine.Option;

/** How distances are taken. */
final class MetricOption {
  @Option(
      names = "--metric",
      defaultValue = "manhattan",
      paramLabel = "NAME",
      description = "manhattan or euclidean (default: ${DEFAULT-VALUE})")
  private String name = "manhattan";

  Metric metric() {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "manhattan" -> Metric.MANHATTAN;
      case "euclidean" -> Metric.EUCLIDEAN;
      default -> throw new Refused("--metric is manhattan or euclidean, not " + name);
    };
  }
}
