package org.cscc.actions;

import java.util.Set;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Seats;
import org.cscc.access.SignedIn;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** People of several organizations around the table of a test. */
final class Table {
  static final String DSS_ACCOUNT = "dss-liaison";
  private final Accounts accounts;

  Table(Accounts accounts) {
    this.accounts = accounts;
  }

  /** A new account. */
  String add(Role role, String organization, String... teams) {
    return called("Somebody", role, organization, teams);
  }

  /** A new account, as people call it. */
  String called(String shown, Role role, String organization, String... teams) {
    String name = "t-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(
        name, shown, role, Seats.in(organization, Set.of(teams)), UUID.randomUUID().toString());
    return name;
  }

  /** Lets the thread be somebody until told otherwise. */
  void be(String name) {
    SignedIn person = accounts.byName(name);
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(person, "", person.getAuthorities()));
  }

  static void beNobody() {
    SecurityContextHolder.clearContext();
  }
}
