package org.cscc.access.signin;

import java.util.List;
import org.cscc.access.Proof;
import org.cscc.access.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** A person of the City's single sign-on for as long as a sign-in takes. */
final class CityPerson extends DefaultOidcUser {
  private static final long serialVersionUID = 1L;

  private final transient SignedIn account;
  private final Proof by;

  CityPerson(SignedIn account, Proof by, OidcIdToken token) {
    super(List.copyOf(account.getAuthorities()), token);
    this.account = account;
    this.by = by;
  }

  CitySignIn signIn() {
    return new CitySignIn(account, by);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
