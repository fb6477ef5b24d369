package org.cscc.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Back to the sign-in page, with the same words whether the name or the password was wrong. */
@Component
class SignInRefused implements AuthenticationFailureHandler {
  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    boolean busy = cause instanceof PasswordSignIn.TooManyAtOnce;
    response.sendRedirect("/access/sign-in?" + (busy ? "busy" : "refused"));
  }
}
