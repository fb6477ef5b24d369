package org.cscc.access.signin;

import org.cscc.access.Accounts;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Signs in by name and password, each attempt in its turn. As the one provider bean it is what
 * every door asks; a second way to the same hash would make two attempts of one.
 */
@Component
class PasswordSignIn extends DaoAuthenticationProvider {
  private final Attempts attempts;
  private final KnownBrowsers browsers;

  PasswordSignIn(
      Accounts accounts,
      PasswordEncoder encoder,
      UserDetailsPasswordService stronger,
      Attempts attempts,
      KnownBrowsers browsers) {
    super(accounts);
    setPasswordEncoder(encoder);
    setUserDetailsPasswordService(stronger);
    this.attempts = attempts;
    this.browsers = browsers;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    String browser = asked.getDetails() instanceof String secret ? secret : null;
    boolean known = browsers.knows(browser, asked.getName());
    Attempts.Turn turn =
        attempts.next(asked.getName(), known ? browser : null).orElseThrow(TooManyAtOnce::new);
    Patience.hold(turn.delay());
    Authentication signedIn = super.authenticate(asked);
    attempts.succeeded(turn);
    return signedIn;
  }

  /** Others are trying the same name; nothing was looked at. */
  static final class TooManyAtOnce extends AuthenticationException {
    TooManyAtOnce() {
      super("too many attempts wait already");
    }
  }
}
