package org.cscc;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cscc.kernel.CenterCommand;
import org.springframework.stereotype.Component;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** Gathers the commands that the features bring into one command line. */
@Component
class CommandLineDoor {
  private final List<CenterCommand> commands;

  CommandLineDoor(List<CenterCommand> commands) {
    this.commands = commands;
  }

  int run(List<String> arguments) {
    CommandLine root = new CommandLine(new Root());
    Map<String, CommandLine> groups = new TreeMap<>();
    for (CenterCommand command : commands) {
      CommandLine parent =
          command.group().isEmpty()
              ? root
              : groups.computeIfAbsent(command.group(), CommandLineDoor::group);
      parent.addSubcommand(new CommandLine(command));
    }
    groups.forEach(
        (name, group) -> {
          CommandLine own = root.getSubcommands().get(name);
          if (own == null) {
            root.addSubcommand(name, group);
          } else {
            group.getSubcommands().forEach(own::addSubcommand);
          }
        });
    return root.execute(arguments.toArray(String[]::new));
  }

  private static CommandLine group(String name) {
    CommandSpec spec = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
    CommandLine line = new CommandLine(spec);
    spec.usageMessage().description("One of these, with --help for what it needs:");
    line.setExecutionStrategy(new CommandLine.RunLast());
    return line;
  }

  @Command(
      name = "cscc",
      mixinStandardHelpOptions = true,
      description = "The Community Safety Coordination Center.")
  private static final class Root {}
}
