package org.cscc.actions;

import java.util.concurrent.Callable;
import org.cscc.kernel.CenterCommand;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;

/** {@code ./cscc actions raise}: raises what is overdue now, without waiting for the clock. */
@Component
@Command(
    name = "raise",
    mixinStandardHelpOptions = true,
    description = "Raises overdue items to their next level now, as the clock does each minute.")
class RaiseCommand implements CenterCommand, Callable<Integer> {
  private final EscalationClock clock;

  RaiseCommand(EscalationClock clock) {
    this.clock = clock;
  }

  @Override
  public String group() {
    return "actions";
  }

  @Override
  public Integer call() {
    System.out.println("Raised: " + clock.run());
    return 0;
  }
}
