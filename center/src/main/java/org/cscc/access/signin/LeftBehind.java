package org.cscc.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/**
 * What somebody leaves in a browser who signs out: nothing that they looked at. The language and
 * the mark of a known browser stay, which are cookies.
 */
final class LeftBehind implements HeaderWriter {
  static final LeftBehind NOTHING = new LeftBehind();

  private LeftBehind() {}

  /** Browsers heed it on a secure way only, which a demo at {@code localhost} is as well. */
  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
  }
}
