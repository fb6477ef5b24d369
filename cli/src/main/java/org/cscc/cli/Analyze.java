package org.cscc.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The analyst's command line: one subcommand per method. */
@Command(
    name = "cscc analyze",
    mixinStandardHelpOptions = true,
    description = "Runs a method of the analysis library on your own files.")
public final class Analyze {
  private Analyze() {}

  /** Runs the command line and ends the program with its exit code. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Analyze()).execute(arguments));
  }
}
