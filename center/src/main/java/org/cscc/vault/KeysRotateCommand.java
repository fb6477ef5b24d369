package org.cscc.vault;

import java.util.concurrent.Callable;
import org.cscc.kernel.CenterCommand;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./cscc keys rotate}: new keys for everything that is sealed. */
@Component
@Command(
    name = "rotate",
    mixinStandardHelpOptions = true,
    description = {
      "Gives every organization a new key, seals its fields anew, and seals the keys with a new key"
          + " in keys/vault.key. The center may go on running.",
      "With CSCC_VAULT_KEY put the new key before the old one, with a comma between, run this, and"
          + " take the old one away."
    })
class KeysRotateCommand implements CenterCommand, Callable<Integer> {
  private final KeyRotation rotation;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  KeysRotateCommand(KeyRotation rotation) {
    this.rotation = rotation;
  }

  @Override
  public String group() {
    return "keys";
  }

  @Override
  public Integer call() {
    KeyRotation.Rotated done = rotation.rotate();
    var out = spec.commandLine().getOut();
    out.println(
        done.organizations() == 0
            ? "Nothing is sealed yet, so there is no key to change"
            : done.fields() + " fields of " + done.organizations() + " organizations sealed anew");
    done.old()
        .ifPresent(
            old ->
                out.println(
                    "The old key is "
                        + old
                        + ": keep it with copies of the database made before now, and delete it"
                        + " with the last of them"));
    out.flush();
    return 0;
  }
}
