package org.cscc.access;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cscc.home.HomeKind;
import org.cscc.home.HomeState;
import org.cscc.kernel.CenterCommand;
import org.cscc.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./cscc accounts add NAME --role ROLE}: the first accounts of a real home. */
@Component
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description =
        "Adds an account. In an empty data directory this begins a real one: no demo data comes in"
            + " afterwards.")
class AccountsAdd implements CenterCommand, Callable<Integer> {
  private final Accounts accounts;
  private final HomeState home;
  private final KnownSeats known;
  private final PasswordRule rule;
  private final TransactionTemplate transaction;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "sign-in name")
  private String name = "";

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      converter = RoleName.class,
      description = "what the person is to the center, such as analyst or department-liaison")
  private Role role = Role.ANALYST;

  @Option(names = "--display-name", paramLabel = "TEXT", description = "how the pages call them")
  private @Nullable String displayName;

  @Option(
      names = "--organization",
      paramLabel = "CODE",
      defaultValue = "MOCS",
      description = "who they work for (default: ${DEFAULT-VALUE})")
  private String organization = "";

  @Option(
      names = "--team",
      paramLabel = "CODE",
      description = "a team they sit in; may be repeated")
  private Set<String> teams = new LinkedHashSet<>();

  @Option(
      names = "--area",
      paramLabel = "NUMBER",
      description = "an area they may see beyond those of their teams; may be repeated")
  private Set<Integer> areas = new LinkedHashSet<>();

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "a file whose first line is the password; without it one is made and shown")
  private @Nullable Path passwordFile;

  AccountsAdd(
      Accounts accounts,
      HomeState home,
      KnownSeats known,
      PasswordRule rule,
      TransactionTemplate transaction) {
    this.accounts = accounts;
    this.home = home;
    this.known = known;
    this.rule = rule;
    this.transaction = transaction;
  }

  @Override
  public String group() {
    return "accounts";
  }

  @Override
  public Integer call() {
    refuseUnknownSeats();
    FirstPassword password = FirstPassword.from(passwordFile, rule, name);
    String shown = displayName == null ? name : displayName;
    HomeKind kind =
        transaction.execute(
            status -> {
              accounts.add(name, shown, role, seats(), password.text());
              return home.claim(HomeKind.REAL);
            });
    var out = spec.commandLine().getOut();
    out.println("Added " + name + " (" + RoleName.of(role) + ").");
    if (kind == HomeKind.DEMO) {
      out.println("This is a demo: the account goes when the demo goes.");
    }
    if (password.generated()) {
      out.println("Password, shown this once: " + password.text());
    }
    out.flush();
    return 0;
  }

  private Seats seats() {
    return new Seats(organization, teams, areas, null);
  }

  private void refuseUnknownSeats() {
    if (!known.organizations().contains(organization)) {
      throw new Refused(
          Refused.Kind.INVALID, "R-ACCESS-08", "access.refused.organization", organization);
    }
    for (String team : teams) {
      if (!known.teams().contains(team)) {
        throw new Refused(Refused.Kind.INVALID, "R-ACCESS-09", "access.refused.team", team);
      }
    }
  }
}
