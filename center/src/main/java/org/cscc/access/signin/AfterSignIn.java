package org.cscc.access.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.stereotype.Component;

/**
 * Where somebody goes who has just shown who they are: to the second factor if it is owed, to a
 * form that was kept, to the page they asked for, or to their week.
 */
@Component
class AfterSignIn extends SavedRequestAwareAuthenticationSuccessHandler {
  private final KnownBrowsers browsers;

  AfterSignIn(KnownBrowsers browsers, CookieRequestCache asked) {
    this.browsers = browsers;
    setRequestCache(asked);
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException, ServletException {
    Proven proven = SignedInContext.who(request);
    if (proven == null || !proven.enough()) {
      getRedirectStrategy().sendRedirect(request, response, "/access/second-factor");
      return;
    }
    browsers.note(request, response, proven.account().id());
    if (KeptForms.of(request).isPresent()) {
      getRedirectStrategy().sendRedirect(request, response, "/access/kept-form");
    } else {
      super.onAuthenticationSuccess(request, response, authentication);
    }
  }
}
