package org.cscc.access;

import java.util.concurrent.Callable;
import org.cscc.kernel.CenterCommand;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./cscc accounts sign-out NAME}: for a lost phone or a leak. */
@Component
@Command(
    name = "sign-out",
    mixinStandardHelpOptions = true,
    description = "Ends the open sessions of an account, or of everybody. They may sign in again.")
class AccountsSignOut implements CenterCommand, Callable<Integer> {
  private final Accounts accounts;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private Whom whom;

  /** One of the two. */
  static class Whom {
    @Parameters(paramLabel = "NAME", description = "sign-in name of the account")
    private @Nullable String name;

    @Option(names = "--everybody", description = "every account")
    private boolean everybody;
  }

  AccountsSignOut(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public String group() {
    return "accounts";
  }

  @Override
  public Integer call() {
    String name = whom.name;
    int ended =
        whom.everybody || name == null ? accounts.signEverybodyOut() : accounts.signOut(name);
    var out = spec.commandLine().getOut();
    out.println("Sessions ended: " + ended);
    out.flush();
    return 0;
  }
}
