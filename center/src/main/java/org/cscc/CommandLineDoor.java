package org.cscc;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cscc.kernel.CenterCommand;
import org.cscc.kernel.Refused;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Gathers the commands that the features bring into one command line. */
@Component
class CommandLineDoor {
  private static final int REFUSED = 4;
  private final List<CenterCommand> commands;
  private final MessageSource messages;

  CommandLineDoor(List<CenterCommand> commands, MessageSource messages) {
    this.commands = commands;
    this.messages = messages;
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
    root.setParameterExceptionHandler((e, parsed) -> misunderstood(e));
    root.setExecutionExceptionHandler((e, line, parsed) -> refused(e, line));
    return root.execute(arguments.toArray(String[]::new));
  }

  /** Says what was not understood, and how the command is used. */
  private static int misunderstood(ParameterException e) {
    CommandLine line = e.getCommandLine();
    line.getErr().println(e.getMessage());
    line.usage(line.getErr());
    return line.getCommandSpec().exitCodeOnInvalidInput();
  }

  /** Says a refusal in a sentence; anything else is a fault of ours and keeps its trace. */
  private int refused(Exception e, CommandLine line) throws Exception {
    if (!(e instanceof Refused refusal)) {
      throw e;
    }
    String sentence =
        messages.getMessage(refusal.messageKey(), refusal.arguments(), Locale.getDefault());
    line.getErr().println(sentence + " (" + refusal.rule() + ")");
    line.getErr().flush();
    return REFUSED;
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
