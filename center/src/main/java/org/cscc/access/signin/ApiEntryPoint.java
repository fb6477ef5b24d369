package org.cscc.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** Tells a program without a token what to do, as a problem document instead of a sign-in page. */
@Component
class ApiEntryPoint implements AuthenticationEntryPoint {
  private static final String PROBLEM =
      """
      {"type":"/problems/sign-in-needed","title":"Sign-in needed","status":401,\
      "detail":"Send a token: Authorization: Bearer TOKEN. ./cscc token NAME prints one.",\
      "rule":"R-ACCESS-03"}
      """;

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    response.setHeader("WWW-Authenticate", "Bearer");
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getWriter().print(PROBLEM);
  }
}
