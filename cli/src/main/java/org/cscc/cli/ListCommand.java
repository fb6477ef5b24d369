package org.cscc.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Names every method with one line about it. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the methods.",
    footer = {"", "Example: ./cscc analyze list"})
final class ListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    CommandLine analyze = spec.parent().commandLine();
    analyze
        .getSubcommands()
        .forEach(
            (name, command) ->
                out.printf(
                    "%-22s %s%n", name, command.getCommandSpec().usageMessage().description()[0]));
    out.flush();
    return 0;
  }
}
