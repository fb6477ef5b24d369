package org.cscc.access;

import java.util.List;
import java.util.concurrent.Callable;
import org.cscc.kernel.CenterCommand;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./cscc accounts list}. */
@Component
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the accounts that may sign in.")
class AccountsList implements CenterCommand, Callable<Integer> {
  private final Accounts accounts;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  AccountsList(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public String group() {
    return "accounts";
  }

  @Override
  public Integer call() {
    List<Account> all = accounts.all();
    var out = spec.commandLine().getOut();
    if (all.isEmpty()) {
      out.println("There are no accounts yet. ./cscc accounts add NAME --role ROLE makes one.");
    } else {
      out.printf("%-20s %-20s %-12s %s%n", "NAME", "ROLE", "WORKS FOR", "SHOWN AS");
      for (Account account : all) {
        out.printf(
            "%-20s %-20s %-12s %s%n",
            account.name(),
            RoleName.of(account.role()),
            account.organization(),
            account.displayName());
      }
    }
    out.flush();
    return 0;
  }
}
