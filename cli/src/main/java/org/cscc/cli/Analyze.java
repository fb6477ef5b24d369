package org.cscc.cli;

import org.cscc.analysis.InvalidInput;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The analyst's command line: one subcommand for each method. */
@Command(
    name = "cscc analyze",
    mixinStandardHelpOptions = true,
    description = "Runs a method of the analysis library on your own files.",
    subcommands = {CaseCommand.class})
public final class Analyze {
  /** Exit code for input that no method can answer honestly. */
  static final int REFUSED = 4;

  /** Runs the command line and ends the program with its exit code. */
  public static void main(String[] arguments) {
    System.exit(execute(arguments));
  }

  /** Runs one command; refusals are one sentence on the error stream. */
  static int execute(String... arguments) {
    CommandLine line = new CommandLine(new Analyze());
    line.setExecutionExceptionHandler(
        (problem, command, parsed) -> {
          command.getErr().println(command.getColorScheme().errorText(sentence(problem)));
          return problem instanceof InvalidInput || problem instanceof Refused ? REFUSED : 1;
        });
    return line.execute(arguments);
  }

  private static String sentence(Exception problem) {
    return problem instanceof InvalidInput invalid
        ? "Refused (" + invalid.reason() + "): " + invalid.getMessage()
        : String.valueOf(problem.getMessage());
  }
}
