package org.cscc.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.cscc.access.Accounts;
import org.cscc.access.Proof;
import org.cscc.access.SignedIn;
import org.cscc.home.HomeKind;
import org.cscc.home.HomeState;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Takes who is signed in from the session's row, and puts there who has just signed in. A session
 * whose person still owes the second factor counts as nobody's, so that everything stays closed.
 */
final class SignedInContext implements SecurityContextRepository {
  private final Accounts accounts;
  private final HomeState home;
  private final SessionLimits limits;
  private final RealTime time;

  SignedInContext(Accounts accounts, HomeState home, SessionLimits limits, RealTime time) {
    this.accounts = accounts;
    this.home = home;
    this.limits = limits;
    this.time = time;
  }

  /** Who the session of the request belongs to, whether or not they have proved enough. */
  static @Nullable Proven who(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? null : (Proven) session.getAttribute(StoredSession.WHO);
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    Proven proven = who(request);
    return proven != null && proven.enough();
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Loaded(this, request);
  }

  @Override
  @Deprecated
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return load(holder.getRequest());
  }

  private SecurityContext load(HttpServletRequest request) {
    Proven proven = who(request);
    if (proven == null || !proven.enough()) {
      return SecurityContextHolder.createEmptyContext();
    }
    var authentication =
        UsernamePasswordAuthenticationToken.authenticated(
            proven.account(), null, proven.account().getAuthorities());
    StoredSession session = CurrentSession.of(request);
    if (session != null) {
      authentication.setDetails(limits.stay(session, proven));
    }
    return new SecurityContextImpl(authentication);
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    Authentication authentication = context.getAuthentication();
    if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.removeAttribute(StoredSession.WHO);
      }
    } else {
      become(request, account(authentication), proof(authentication));
    }
  }

  /** Notes in the session that the person has just shown who they are. */
  void become(HttpServletRequest request, SignedIn account, Proof by) {
    Proven proven = new Proven(account, by, time.now());
    request.getSession().setAttribute(StoredSession.WHO, proven);
    if (proven.enough()) {
      accounts.seen(account.id());
    }
  }

  private SignedIn account(Authentication authentication) {
    return authentication.getPrincipal() instanceof SignedIn account
        ? account
        : accounts.byName(authentication.getName());
  }

  private Proof proof(Authentication authentication) {
    if (authentication instanceof ShownProof shown) {
      return shown.by();
    }
    return home.kind() == HomeKind.DEMO ? Proof.PASSWORD_IN_DEMO : Proof.PASSWORD;
  }

  /** Reads the session only when somebody asks who this is. */
  private static final class Loaded implements DeferredSecurityContext {
    private final SignedInContext contexts;
    private final HttpServletRequest request;
    private @Nullable SecurityContext context;

    Loaded(SignedInContext contexts, HttpServletRequest request) {
      this.contexts = contexts;
      this.request = request;
    }

    @Override
    public SecurityContext get() {
      SecurityContext known = context;
      if (known == null) {
        known = contexts.load(request);
        context = known;
      }
      return known;
    }

    @Override
    public boolean isGenerated() {
      return get().getAuthentication() == null;
    }
  }
}
