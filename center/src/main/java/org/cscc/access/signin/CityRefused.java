package org.cscc.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/**
 * Back to the sign-in page from the City's single sign-on: with the subject that no account is
 * linked to, for the administrator to link, or with a word that it did not work.
 */
@Component
class CityRefused implements AuthenticationFailureHandler {
  /** The session's name for a subject that nobody is linked to. */
  static final String SUBJECT = "cscc.city-subject";

  private static final Logger LOG = LoggerFactory.getLogger(CityRefused.class);

  private final AuditTrail trail;

  CityRefused(AuditTrail trail) {
    this.trail = trail;
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    if (cause instanceof OAuth2AuthenticationException refused
        && refused.getError().getErrorCode().equals(CityDoor.UNKNOWN)) {
      String subject = refused.getError().getDescription();
      trail.note(AuditNote.of(Deed.REFUSE, "sign-in", "city " + subject, 1));
      request.getSession().setAttribute(SUBJECT, subject);
      response.sendRedirect("/access/sign-in?nobody");
      return;
    }
    LOG.warn("The City's single sign-on did not work: {}", said(cause));
    trail.note(AuditNote.of(Deed.REFUSE, "sign-in", "city", 1));
    response.sendRedirect("/access/sign-in?city-away");
  }

  /** What the cause says, part of which may come from the address of the request. */
  private static String said(AuthenticationException cause) {
    String said = String.valueOf(cause.getMessage()).replaceAll("[^\\p{L}\\p{N} .,:/_'-]", "?");
    return said.length() > 300 ? said.substring(0, 300) : said;
  }
}
