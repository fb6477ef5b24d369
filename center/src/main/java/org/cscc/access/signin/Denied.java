package org.cscc.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * What happens to a request without the secret of its session: if the session has just ended, the
 * form is kept and the person signs in again; otherwise the cause is left for the page that
 * explains it.
 */
@Component
class Denied implements AccessDeniedHandler {
  private final KeptForms forms;

  Denied(KeptForms forms) {
    this.forms = forms;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
      throws IOException {
    if (cause instanceof CsrfException && forms.keep(request)) {
      response.sendRedirect("/access/sign-in?kept");
      return;
    }
    request.setAttribute(WebAttributes.ACCESS_DENIED_403, cause);
    response.sendError(HttpServletResponse.SC_FORBIDDEN);
  }
}
