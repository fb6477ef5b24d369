package org.cscc.audit;

import java.util.concurrent.Callable;
import org.cscc.kernel.CenterCommand;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./cscc audit verify}: does the trail still say what it said? */
@Component
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Reads the whole audit trail and finds rows that were changed, removed, added or moved.",
      "Write the head it prints down elsewhere; given back with --head it shows whether the end was"
          + " cut off since. Exit code 0: everything fits; 3: it does not."
    })
class VerifyCommand implements CenterCommand, Callable<Integer> {
  private static final int BROKEN = 3;
  private final Sealing sealing;
  private final Verifying verifying;
  private final Chain chain;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Option(
      names = "--head",
      paramLabel = "HEX",
      description = "a head printed before, which must still be a link of the chain")
  private @Nullable String head;

  VerifyCommand(Sealing sealing, Verifying verifying, Chain chain) {
    this.sealing = sealing;
    this.verifying = verifying;
    this.chain = chain;
  }

  @Override
  public String group() {
    return "audit";
  }

  @Override
  public Integer call() {
    sealing.seal();
    Finding finding = verifying.verify();
    var out = spec.commandLine().getOut();
    boolean cut = head != null && !chain.holds(head);
    finding.broken().forEach(out::println);
    if (cut) {
      out.println("No link of the chain has the head you gave: the end was cut off or rewritten");
    }
    boolean fits = finding.broken().isEmpty() && !cut;
    out.println(
        (fits ? "The trail fits" : "THE TRAIL DOES NOT FIT")
            + ": "
            + finding.rows()
            + " rows under "
            + finding.seals()
            + " seals, "
            + finding.unsealed()
            + " rows not sealed yet");
    out.println("head " + finding.head());
    out.flush();
    return fits ? 0 : BROKEN;
  }
}
