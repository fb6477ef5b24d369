package org.cscc.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * Leads to the sign-in page, and says so there when a session that was once valid has ended; who
 * has given the password already is led to the second factor.
 */
class SignInEntryPoint extends LoginUrlAuthenticationEntryPoint {
  SignInEntryPoint(String page) {
    super(page);
  }

  @Override
  protected String determineUrlToUseForThisRequest(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused) {
    if (SignedInContext.who(request) != null) {
      return "/access/second-factor";
    }
    boolean ended = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    return getLoginFormUrl() + (ended ? "?expired" : "");
  }
}
