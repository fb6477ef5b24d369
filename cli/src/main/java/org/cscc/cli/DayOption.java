package org.cscc.cli;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The day up to which events count. */
final class DayOption {
  @Option(names = "--on", paramLabel = "DATE", description = "Default: the day of the last event")
  private @Nullable LocalDate day;

  LocalDate orLast(int[] days) {
    return day == null ? LocalDate.ofEpochDay(Arrays.stream(days).max().orElse(0)) : day;
  }
}
