package org.cscc.reviews;

import java.util.Set;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Acknowledgements;
import org.cscc.access.Role;
import org.cscc.access.Seats;
import org.cscc.access.SignedIn;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** People at the table of a test, who acknowledged confidentiality. */
@TestConfiguration(proxyBeanMethods = false)
class AtTheTable {
  private final Accounts accounts;
  private final Acknowledgements acknowledgements;

  AtTheTable(Accounts accounts, Acknowledgements acknowledgements) {
    this.accounts = accounts;
    this.acknowledgements = acknowledgements;
  }

  /** A new account of the house with seats in the teams. */
  String add(Role role, String... teams) {
    String name = "t-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(
        name, "Somebody", role, Seats.in("MOCS", Set.of(teams)), UUID.randomUUID().toString());
    acknowledgements.acknowledgedOnPaper(name);
    return name;
  }

  /** Lets the thread be somebody until told otherwise. */
  void be(String name) {
    SignedIn person = accounts.byName(name);
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(person, "", person.getAuthorities()));
  }

  void beNobody() {
    SecurityContextHolder.clearContext();
  }
}
