package org.cscc.referrals;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Acknowledgements;
import org.cscc.access.Agreements;
import org.cscc.access.Dataset;
import org.cscc.access.Role;
import org.cscc.access.Seats;
import org.cscc.access.SignedIn;
import org.cscc.access.Visitor;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** People of several organizations, who share referrals under an agreement. */
final class Crowd {
  private final Accounts accounts;
  private final Acknowledgements acknowledgements;

  Crowd(Accounts accounts, Acknowledgements acknowledgements, Agreements agreements) {
    this.accounts = accounts;
    this.acknowledgements = acknowledgements;
    agreements.inForceForDemo(
        Set.of("CDPH", "DFSS", "CPL", "CPD"),
        Set.of(Dataset.REFERRALS),
        LocalDate.of(2020, 1, 1),
        LocalDate.of(2099, 1, 1));
  }

  /** A new account; its password is its name with {@code -password} behind. */
  String add(Role role, String organization, String... teams) {
    String name = "r-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(name, "Somebody", role, Seats.in(organization, Set.of(teams)), name + "-password");
    acknowledgements.acknowledgedOnPaper(name);
    return name;
  }

  /** Somebody new, signed in. */
  Visitor visitor(int port, Role role, String organization, String... teams) {
    String name = add(role, organization, teams);
    return Visitor.of(name, name + "-password", port);
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
