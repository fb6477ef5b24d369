package org.cscc.access.signin;

import org.cscc.access.Proof;
import org.cscc.access.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;

/** Somebody whom the City's single sign-on has let in, as the account they are here. */
final class CitySignIn extends OAuth2AuthenticationToken implements ShownProof {
  private static final long serialVersionUID = 1L;

  private final Proof by;

  CitySignIn(SignedIn account, Proof by) {
    super(account, account.getAuthorities(), City.NAME);
    this.by = by;
  }

  @Override
  public Proof by() {
    return by;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CitySignIn that && super.equals(other) && by == that.by;
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + by.hashCode();
  }
}
