package org.cscc.demo;

import java.util.List;
import java.util.Locale;
import org.cscc.home.HomeKind;
import org.cscc.home.HomeState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What the terminal shows once the center answers. */
@Component
class Welcome {
  private final HomeState home;
  private final DemoAccounts accounts;
  private final Environment environment;

  Welcome(HomeState home, DemoAccounts accounts, Environment environment) {
    this.home = home;
    this.accounts = accounts;
    this.environment = environment;
  }

  /** Says where the center is; a command has no pages and says nothing. */
  @EventListener
  void on(ApplicationReadyEvent event) {
    String port = environment.getProperty("local.server.port");
    if (port != null) {
      System.out.println(text(port));
    }
  }

  private String text(String port) {
    String address = "CSCC answers at http://localhost:" + port;
    return home.kind() == HomeKind.DEMO ? "\n" + address + "\n\n" + accounts() : address;
  }

  /** The demo's accounts as a table. */
  String accounts() {
    StringBuilder text =
        new StringBuilder(
            "This is a demo city. All its data is synthetic: no row is about a real person or"
                + " event.\nSign in as one of these:\n\n");
    String row = "  %-15s %-20s %-30s %s%n";
    text.append(String.format(Locale.ROOT, row, "NAME", "ROLE", "PASSWORD", "SEES"));
    for (DemoAccounts.DemoAccount account : accounts.known()) {
      text.append(
          String.format(
              Locale.ROOT,
              row,
              account.name(),
              account.role().name().toLowerCase(Locale.ROOT).replace('_', '-'),
              account.password(),
              sees(account)));
    }
    return text.toString();
  }

  private static String sees(DemoAccounts.DemoAccount account) {
    List<String> teams = account.teams().stream().sorted().toList();
    return switch (account.role()) {
      case ADMINISTRATOR -> "accounts and reference data";
      default -> teams.isEmpty() ? "all teams" : String.join(", ", teams);
    };
  }
}
