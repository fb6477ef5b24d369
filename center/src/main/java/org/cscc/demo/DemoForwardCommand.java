package org.cscc.demo;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cscc.kernel.CenterCommand;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./cscc demo forward 7d}. */
@Component
@Command(
    name = "forward",
    mixinStandardHelpOptions = true,
    description = "Moves the demo's clock forward; the city's feed of those days comes in.")
class DemoForwardCommand implements CenterCommand, Callable<Integer> {
  private final DemoClock clock;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Parameters(paramLabel = "STEP", converter = Step.class, description = "such as 12h, 7d or 2w")
  private Duration step = Duration.ZERO;

  DemoForwardCommand(DemoClock clock) {
    this.clock = clock;
  }

  @Override
  public String group() {
    return "demo";
  }

  @Override
  public Integer call() {
    var now = clock.forward(step);
    var out = spec.commandLine().getOut();
    out.println(
        "The demo's clock now shows "
            + DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(Locale.US)
                .format(now)
            + " (Chicago).");
    out.flush();
    return 0;
  }
}
