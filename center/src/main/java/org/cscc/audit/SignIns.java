package org.cscc.audit;

import org.cscc.access.SignedIn;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Notes who came in, who went out, and who was not let in. */
@Component
class SignIns {
  private final StoredTrail trail;
  private final UserDetailsService accounts;

  SignIns(StoredTrail trail, UserDetailsService accounts) {
    this.trail = trail;
    this.accounts = accounts;
  }

  @EventListener
  void on(InteractiveAuthenticationSuccessEvent in) {
    note(Deed.SIGN_IN, in.getAuthentication(), in.getAuthentication().getName());
  }

  @EventListener
  void on(LogoutSuccessEvent out) {
    note(Deed.SIGN_OUT, out.getAuthentication(), out.getAuthentication().getName());
  }

  /** A name that is no account is not kept: people type passwords into the wrong field. */
  @EventListener
  void on(AbstractAuthenticationFailureEvent refused) {
    if (!(refused.getAuthentication().getPrincipal() instanceof String name)) {
      return;
    }
    note(Deed.REFUSE, refused.getAuthentication(), known(name) ? name : "-");
  }

  private boolean known(String name) {
    try {
      return name.length() <= 40 && accounts.loadUserByUsername(name) instanceof SignedIn;
    } catch (UsernameNotFoundException e) {
      return false;
    }
  }

  private void note(Deed deed, @Nullable Authentication who, String account) {
    var request =
        RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes found
            ? found.getRequest()
            : null;
    trail.note(AuditNote.of(deed, "sign-in", account, 1), Actor.of(who, request));
  }
}
