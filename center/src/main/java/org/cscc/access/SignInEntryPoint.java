package org.cscc.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Leads to the sign-in page, and says so there when a session that was once valid has ended. */
class SignInEntryPoint extends LoginUrlAuthenticationEntryPoint {
  SignInEntryPoint(String page) {
    super(page);
  }

  @Override
  protected String determineUrlToUseForThisRequest(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused) {
    boolean ended = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    return getLoginFormUrl() + (ended ? "?expired" : "");
  }
}
