package org.cscc.blitz;

import java.util.Set;
import java.util.UUID;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Seats;
import org.cscc.access.SignedIn;
import org.cscc.access.Visitor;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** People of several departments. */
final class Players {
  private final Accounts accounts;

  Players(Accounts accounts) {
    this.accounts = accounts;
  }

  /** A new account; its password is its name with {@code -password} behind. */
  String add(Role role, String organization) {
    String name = "b-" + UUID.randomUUID().toString().substring(0, 12);
    accounts.add(
        name, "Somebody", role, Seats.in(organization, Set.of("austin")), name + "-password");
    return name;
  }

  /** Somebody new of an organization, signed in. */
  Visitor visitor(Role role, String organization, int port) {
    String name = add(role, organization);
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
