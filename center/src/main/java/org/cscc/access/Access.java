package org.cscc.access;

import java.util.Optional;
import java.util.Set;
import org.cscc.kernel.Refused;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Answers who may do what, and issues the decisions that queries ask for. */
@Component
public class Access {
  private final PrivacyScreen screen;

  Access(PrivacyScreen screen) {
    this.screen = screen;
  }

  /**
   * Decides for the person of the current request.
   *
   * @throws Refused when the role does not allow it
   */
  public Decision require(Capability capability) {
    if (screen.hides(capability)) {
      screen.refuseWhenOn();
    }
    return decide(capability)
        .orElseThrow(
            () -> new Refused(Refused.Kind.FORBIDDEN, "R-ACCESS-01", "access.refused.capability"));
  }

  /** Decides for the person of the current request; empty when the answer is no. */
  public Optional<Decision> decide(Capability capability) {
    if (screen.hides(capability)) {
      return Optional.empty();
    }
    return signedIn()
        .flatMap(
            account ->
                Optional.ofNullable(Permissions.scope(account.role(), capability))
                    .map(
                        scope -> new Decision(capability, account.name(), scope, account.teams())));
  }

  /** A decision for work that the center does by itself, such as a nightly job or a command. */
  public Decision forSystem(Capability capability) {
    return new Decision(capability, "system", Scope.ALL, Set.of());
  }

  /** Who is signed in. */
  public Optional<SignedIn> signedIn() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn account
        ? Optional.of(account)
        : Optional.empty();
  }

  /** How long who is signed in stays so; empty for a token. */
  public Optional<Stay> stay() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getDetails() instanceof Stay stay
        ? Optional.of(stay)
        : Optional.empty();
  }
}
