package org.cscc.vault;

import java.util.concurrent.Callable;
import org.cscc.kernel.CenterCommand;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./cscc keys check}: does everything that is sealed open? */
@Component
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Opens every sealed field once and says what does not open; nothing of it is shown.",
      "Exit code 0: everything opens; 3: it does not."
    })
class KeysCheckCommand implements CenterCommand, Callable<Integer> {
  private static final int BROKEN = 3;
  private static final int SHOWN = 50;
  private final KeyRotation rotation;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  KeysCheckCommand(KeyRotation rotation) {
    this.rotation = rotation;
  }

  @Override
  public String group() {
    return "keys";
  }

  @Override
  public Integer call() {
    KeyRotation.Checked checked = rotation.check();
    var out = spec.commandLine().getOut();
    checked.broken().stream().limit(SHOWN).forEach(out::println);
    boolean fits = checked.broken().isEmpty();
    out.println(
        (fits ? "Everything opens" : "NOT EVERYTHING OPENS")
            + ": "
            + checked.fields()
            + " fields of "
            + checked.organizations()
            + " organizations, "
            + checked.broken().size()
            + " in trouble");
    out.flush();
    return fits ? 0 : BROKEN;
  }
}
