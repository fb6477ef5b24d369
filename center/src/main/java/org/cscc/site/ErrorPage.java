package org.cscc.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.cscc.access.OpenToAll;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What went wrong outside of a feature's own rules, in words and with what to do: a page for
 * people, the same as a problem document for programs.
 */
@Controller
class ErrorPage implements ErrorController {
  private final MessageSource messages;

  ErrorPage(MessageSource messages) {
    this.messages = messages;
  }

  @OpenToAll
  @RequestMapping("/error")
  Object error(HttpServletRequest request, Locale locale) {
    HttpStatus status = status(request);
    Wrong wrong = wrong(status, request);
    if (asksAsProgram(request)) {
      return problem(status, wrong, locale);
    }
    ModelAndView page = new ModelAndView("site/error", status);
    page.addObject("wrong", wrong.key());
    page.addObject("rule", wrong.rule());
    return page;
  }

  private ResponseEntity<ProblemDetail> problem(HttpStatus status, Wrong wrong, Locale locale) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            status, messages.getMessage("site.error." + wrong.key() + ".what", null, locale));
    problem.setType(URI.create("/problems/" + wrong.rule().toLowerCase(Locale.ROOT)));
    problem.setTitle(messages.getMessage("site.error." + wrong.key() + ".title", null, locale));
    problem.setProperty("rule", wrong.rule());
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static boolean asksAsProgram(HttpServletRequest request) {
    Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return asked instanceof String uri && uri.startsWith("/api/");
  }

  /** Without a status somebody opened this address by hand, where there is nothing. */
  private static HttpStatus status(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    return status == null ? HttpStatus.NOT_FOUND : status;
  }

  private static Wrong wrong(HttpStatus status, HttpServletRequest request) {
    if (request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException) {
      return Wrong.EXPIRED;
    }
    return switch (status) {
      case FORBIDDEN, UNAUTHORIZED -> Wrong.CLOSED;
      case NOT_FOUND -> Wrong.MISSING;
      case METHOD_NOT_ALLOWED -> Wrong.METHOD;
      case NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE -> Wrong.KIND;
      case CONTENT_TOO_LARGE -> Wrong.LARGE;
      case REQUEST_TIMEOUT -> Wrong.SLOW;
      case MISDIRECTED_REQUEST -> Wrong.HOST;
      case TOO_MANY_REQUESTS -> Wrong.OFTEN;
      default -> status.is4xxClientError() ? Wrong.UNREADABLE : Wrong.OURS;
    };
  }

  /** The kinds of trouble that have words of their own. */
  private enum Wrong {
    EXPIRED,
    CLOSED,
    MISSING,
    METHOD,
    KIND,
    LARGE,
    SLOW,
    HOST,
    OFTEN,
    UNREADABLE,
    OURS;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    String rule() {
      return "R-SITE-" + name();
    }
  }
}
