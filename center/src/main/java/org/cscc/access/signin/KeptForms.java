package org.cscc.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cscc.access.AskedFor;
import org.cscc.access.Tier;
import org.cscc.kernel.FreeText;
import org.cscc.kernel.UnfitWording;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Keeps the form that somebody sends after the session has ended, until they are signed in again.
 * Only a form that carries the secret of the ended session is kept, so that no other site can plant
 * one.
 */
@Component
class KeptForms {
  private static final int MOST_SIGNS = 100_000;
  private static final String SECRET =
      HttpSessionCsrfTokenRepository.class.getName().concat(".CSRF_TOKEN");

  private static final String LEFT_OUT = "[…]";

  private final StoredSessions sessions;
  private final FreeText freeText;
  private final ObjectProvider<RequestMappingHandlerMapping> routes;

  KeptForms(
      StoredSessions sessions,
      FreeText freeText,
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> routes) {
    this.sessions = sessions;
    this.freeText = freeText;
    this.routes = routes;
  }

  /** Keeps the form of the request if it may be; says whether. */
  boolean keep(HttpServletRequest request) {
    String cookie = request.getRequestedSessionId();
    if (cookie == null
        || request.isRequestedSessionIdValid()
        || !isForm(request)
        || aboutAPerson(request)) {
      return false;
    }
    StoredSession ended = sessions.evenIfOver(cookie);
    Proven proven = ended == null ? null : ended.proven();
    if (ended == null || proven == null || !carriesSecret(request, ended)) {
      return false;
    }
    Map<String, List<String>> sent = fields(request);
    String address = request.getRequestURI();
    if (size(sent) > MOST_SIGNS) {
      return false;
    }
    Map<String, List<String>> fields = new LinkedHashMap<>();
    sent.forEach(
        (name, values) ->
            fields.put(name, values.stream().map(value -> fit(name, value)).toList()));
    request
        .getSession()
        .setAttribute(
            KeptForm.NAME,
            new KeptForm(proven.account().id(), address, fields, !fields.equals(sent)));
    return true;
  }

  /**
   * The row of the session is a place where text is stored, so a draft passes the same check as
   * what is saved (R-HRIT-09): words that point at a person are left out. What has no space in it
   * is a number, a day or a choice of the form's own.
   */
  private String fit(String name, String value) {
    if (value.strip().indexOf(' ') < 0) {
      return value;
    }
    try {
      freeText.fit(name, value);
      return value;
    } catch (UnfitWording unfit) {
      StringBuilder kept = new StringBuilder();
      int from = 0;
      for (UnfitWording.Mark mark : unfit.marks()) {
        kept.append(unfit.text(), from, mark.start()).append(LEFT_OUT);
        from = mark.end();
      }
      return kept.append(unfit.text().substring(from)).toString();
    }
  }

  /** The form that is kept for the person of the session. */
  static Optional<KeptForm> of(HttpServletRequest request) {
    Proven proven = SignedInContext.who(request);
    return proven != null
            && request.getSession().getAttribute(KeptForm.NAME) instanceof KeptForm kept
            && kept.account().equals(proven.account().id())
        ? Optional.of(kept)
        : Optional.empty();
  }

  /**
   * Whether the form goes where only sealed records are written (T3). The row of a session is not
   * sealed, so what was written about a person is lost with the session, and never kept in it.
   */
  private boolean aboutAPerson(HttpServletRequest request) {
    try {
      ServletRequestPathUtils.parseAndCache(request);
      HandlerExecutionChain route = routes.getObject().getHandler(request);
      return route != null
          && route.getHandler() instanceof HandlerMethod method
          && AskedFor.by(method).filter(asked -> asked.tier() == Tier.T3).isPresent();
    } catch (Exception e) {
      return true; // Where it goes can not be told, so nothing of it is kept.
    }
  }

  private static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return HttpMethod.POST.matches(request.getMethod())
        && type != null
        && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
        && !request.getRequestURI().startsWith("/access/");
  }

  private static boolean carriesSecret(HttpServletRequest request, StoredSession ended) {
    return ended.<Object>getAttribute(SECRET) instanceof CsrfToken secret
        && secret
            .getToken()
            .equals(
                new XorCsrfTokenRequestAttributeHandler().resolveCsrfTokenValue(request, secret));
  }

  private static Map<String, List<String>> fields(HttpServletRequest request) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              boolean secret =
                  name.equals("_csrf") || name.toLowerCase(Locale.ROOT).contains("password");
              if (!secret) {
                fields.put(name, List.of(values));
              }
            });
    return fields;
  }

  private static int size(Map<String, List<String>> fields) {
    return fields.entrySet().stream()
        .mapToInt(
            field ->
                field.getKey().length() + field.getValue().stream().mapToInt(String::length).sum())
        .sum();
  }
}
