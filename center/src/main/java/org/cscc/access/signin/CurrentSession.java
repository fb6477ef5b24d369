package org.cscc.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** The row of the session of a request, behind the servlet's own view of it. */
final class CurrentSession {
  /** Under this name a session answers with itself. */
  static final String SELF = "cscc.session";

  private CurrentSession() {}

  static @Nullable StoredSession of(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? null : (StoredSession) session.getAttribute(SELF);
  }
}
